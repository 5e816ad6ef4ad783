/** Names of what a lock keeps among the phone's preferences; the first is asked for at every start. */
export const lockKey = 'lock';
export const triesKey = 'lock-tries';
export const idleKey = 'lock-idle';

/** Minutes without a touch after which the app locks. */
export const idleChoices = [1, 5, 15, 30] as const;
export const idleUsual = 5;
