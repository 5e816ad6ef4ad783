import { useState } from 'react';
import { usePreference } from '#services/use-preference.ts';

/** Whether this phone's holder has said so for good; undefined until read. */
export function useChoice(key: string): readonly [made: boolean | undefined, make: () => void] {
  const [held, remember] = usePreference<boolean>(key, false);
  const [isMadeNow, setMadeNow] = useState(false);
  const make = () => {
    setMadeNow(true);
    remember(true);
  };
  return [isMadeNow || held, make];
}
