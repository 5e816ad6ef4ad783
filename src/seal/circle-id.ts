import type { Circle } from '#domain/sharing/level.ts';

/** Names a circle in key derivation and as a database: `<register>-members`. */
export const circleId = (register: string, circle: Circle): string => `${register}-${circle}`;
