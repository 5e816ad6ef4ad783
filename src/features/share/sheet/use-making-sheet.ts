import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import type { Sharing } from '#services/sharing/sharing.ts';
import type { NewSheet } from '#trust/recovery-sheet.ts';

export interface Drawn {
  readonly sheet: NewSheet;
  /** Places of the two words that are asked back, from 0. */
  readonly asked: readonly [number, number];
}

export type MakingState =
  | { readonly at: 'rest' | 'drawing' | 'begun' }
  | ({ readonly at: 'drawn' | 'beginning' } & Drawn);

/** Two of six, the earlier one first. */
export function twoPlaces(random: () => number = Math.random): readonly [number, number] {
  const first = Math.floor(random() * 5);
  return [first, first + 1 + Math.floor(random() * (5 - first))];
}

/** A sheet on its way from six words on the screen to one that works. */
export function useMakingSheet(sharing: Sharing) {
  const [state, setState] = useState<MakingState>({ at: 'rest' });
  const [failure, setFailure] = useState<Failure>();

  const draw = async () => {
    if (state.at === 'drawing') return;
    setFailure(undefined);
    setState({ at: 'drawing' });
    const drawn = await sharing.drawSheet();
    if (!drawn.ok) setFailure(drawn.error);
    setState(drawn.ok ? { at: 'drawn', sheet: drawn.value, asked: twoPlaces() } : { at: 'rest' });
  };

  const begin = async ({ sheet, asked }: Drawn) => {
    setFailure(undefined);
    setState({ at: 'beginning', sheet, asked });
    const begun = await sharing.beginSheet(sheet);
    if (!begun.ok) setFailure(begun.error);
    setState(begun.ok ? { at: 'begun' } : { at: 'drawn', sheet, asked });
  };

  const putAway = () => {
    setFailure(undefined);
    setState({ at: 'rest' });
  };
  return { state, failure, draw, begin, putAway };
}
