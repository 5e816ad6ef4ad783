import { useRef, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useServices } from '#services/use-services.ts';
import type { Spot, WhereWay } from './answers.ts';
import type { AnswerBook } from './use-answers.ts';

export interface Whereabouts {
  readonly isFinding: boolean;
  readonly failure: Failure | undefined;
  press(way: WhereWay): void;
  place(point: { readonly lon: number; readonly lat: number }): void;
  /** When the phone has answered, or nothing was asked. */
  settled(): Promise<void>;
}

/** The phone is asked for its location only by the press of that button, and never for a person. */
export function useWhere({ latest, put }: AnswerBook): Whereabouts {
  const { where, now } = useServices();
  const [finding, setFinding] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const asked = useRef<Promise<void>>(Promise.resolve());

  const locate = async (): Promise<void> => {
    setFinding((count) => count + 1);
    const found = await where.locate();
    setFinding((count) => count - 1);
    if (latest.current.way !== 'here' || latest.current.kind === 'people') return;
    if (!found.ok) return setFailure(found.error);
    const { lon, lat, accuracyM, at } = found.value;
    put({ spot: { lon, lat, accuracyM, at, by: 'gps' } satisfies Spot });
  };

  return {
    isFinding: finding > 0,
    failure,
    press: (way) => {
      setFailure(undefined);
      // The map opens where the phone was found.
      put({ way, address: '', ...(way === 'map' ? {} : { spot: null }) });
      if (way === 'here' && latest.current.kind !== 'people') asked.current = locate();
    },
    place: ({ lon, lat }) =>
      put({ way: 'map', spot: { lon, lat, accuracyM: null, at: now(), by: 'tap' } }),
    settled: () => asked.current,
  };
}
