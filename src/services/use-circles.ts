import { useLiveQuery } from 'dexie-react-hooks';
import type { Circle } from '#domain/sharing/level.ts';
import { useBook, useOpened } from './use-services.ts';

/** The circles of the open register that this phone holds; none until that is read. */
export function useCircles(): readonly Circle[] {
  const { device } = useOpened();
  const { registerId } = useBook();
  const held = useLiveQuery(() => device.keys.get(registerId), [device, registerId]);
  return held?.circles.map(({ circle }) => circle) ?? [];
}
