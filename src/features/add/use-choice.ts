import { useEffect, useState } from 'react';
import { useOpened } from '#services/use-services.ts';

/**
 * Whether this phone's holder has said so for good; undefined until read, so that a card they sent
 * away does not flash up first (usePreference shows its fallback meanwhile).
 */
export function useChoice(key: string): readonly [made: boolean | undefined, make: () => void] {
  const { device } = useOpened();
  const [made, setMade] = useState<boolean>();
  useEffect(() => {
    let current = true;
    void device.preferences.get(key).then((row) => {
      if (current) setMade(row?.value === true);
    });
    return () => {
      current = false;
    };
  }, [device, key]);
  const make = () => {
    setMade(true);
    void device.preferences.put({ key, value: true });
  };
  return [made, make];
}
