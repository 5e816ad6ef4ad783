import { useOpened, useServices } from './use-services.ts';

/** Notes what was done or went wrong on this phone, for its holder; nothing about anyone. */
export function useDiary(): { readonly note: (what: string) => Promise<void> } {
  const { device } = useOpened();
  const { now } = useServices();
  return {
    // A note that finds no room is no reason to stop what it is about.
    note: async (what) => {
      await device.diary.add({ at: now(), what }).catch(() => {});
    },
  };
}
