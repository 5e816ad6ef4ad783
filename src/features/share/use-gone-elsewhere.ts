import { useEffect } from 'react';
import { useIsTakenOff } from '#services/use-sharing.ts';

/** Where another tab took the register off this phone, what this one still shows goes too. */
export function useGoneElsewhere(): void {
  const isGone = useIsTakenOff();
  useEffect(() => {
    if (isGone) location.assign('/start');
  }, [isGone]);
}
