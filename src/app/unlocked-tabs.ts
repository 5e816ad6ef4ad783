import type { Tab } from '#platform/tab.ts';

const holdName = 'unlocked:';
const leavingMs = 5_000;

/** Which tabs know the key: each holds a name for as long as it does. */
export function unlockedTabs(tab: Tab, newId: () => string) {
  let letGo: (() => void) | undefined;
  const all = async () => [...(await tab.held())].filter((name) => name.startsWith(holdName));
  return {
    enter: async (): Promise<void> => {
      letGo = await tab.hold(`${holdName}${newId()}`);
    },
    leave: (): void => {
      letGo?.();
      letGo = undefined;
    },
    isAny: async (): Promise<boolean> => (await all()).length > 0,
    /** Whether all that were told to leave have left, each within its time. */
    haveLeft: async (): Promise<boolean> => {
      const waits = (await all()).map((name) => tab.hold(name, leavingMs));
      const released = await Promise.all(waits);
      for (const release of released) release?.();
      return released.every((release) => release !== undefined);
    },
  };
}
