import { tallyOf } from './file-tally.ts';
import type { Reviewed } from './import-session.ts';
import { isPlainKey } from './plain-key.ts';
import { takenChanges } from './taken-changes.ts';

interface Chosen {
  /** New things that come in. */
  readonly count: number;
  /** Things that stand, and take a newer word of the file. */
  readonly changes: number;
  readonly needsType: boolean;
}

/** How many things the ticks stand for, without what is in the book already or looks like it. */
export function chosenCount(review: Reviewed): Chosen {
  const { ticked, plainType } = review;
  return {
    count: tallyOf(review).chosen,
    changes: takenChanges(review).length,
    needsType: ticked.some(isPlainKey) && plainType === '',
  };
}
