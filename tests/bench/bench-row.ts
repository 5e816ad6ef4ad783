import { rounded } from './figures.ts';
import type { Stage } from './stage.ts';

/** One line of `tests/bench/results.json`. */
export interface BenchResult {
  readonly id: string;
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  readonly against: Readonly<Record<string, number>>;
  /** Ours over the first of `against`; absent where there is no peer but a limit. */
  readonly ratio?: number;
  /** A comparison of the ratio, or of `ours` where `of` says so. */
  readonly goal: string;
  readonly of: 'ratio' | 'ours';
  readonly met: boolean;
  /** False for sizes that are reported without a goal of their own. */
  readonly binding: boolean;
  /** False when the two sides did not give the same: then the number counts for nothing. */
  readonly correct: boolean;
  readonly note?: string;
}

export interface BenchRow {
  readonly id: string;
  readonly about: string;
  run(stage: Stage): Promise<readonly BenchResult[]>;
}

interface Measured {
  readonly id: string;
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  /** The first one is what the goal speaks of. */
  readonly against?: Readonly<Record<string, number>>;
  /** The goal: at most this. */
  readonly most?: number;
  /** The goal: at least this, where more is better. */
  readonly least?: number;
  readonly of?: 'ratio' | 'ours';
  readonly binding?: boolean;
  readonly correct: boolean;
  readonly note?: string;
}

export function judged(measured: Measured): BenchResult {
  const { id, what, unit, correct, binding = true, against = {}, of = 'ratio', note } = measured;
  const [peer] = Object.values(against);
  const ratio = peer === undefined ? undefined : rounded(measured.ours / peer);
  const value = of === 'ours' ? measured.ours : (ratio ?? Number.NaN);
  const { most = Number.POSITIVE_INFINITY, least } = measured;
  return {
    id,
    what: correct ? what : `FAILED: ${what}`,
    ours: rounded(measured.ours),
    unit,
    against: Object.fromEntries(
      Object.entries(against).map(([name, figure]) => [name, rounded(figure)]),
    ),
    ...(ratio === undefined ? {} : { ratio }),
    goal: least === undefined ? `<= ${most}` : `>= ${least}`,
    of,
    met: correct && (least === undefined ? value <= most : value >= least),
    binding,
    correct,
    ...(note === undefined ? {} : { note }),
  };
}

export const failed = (id: string, why: unknown): BenchResult => ({
  id,
  what: `FAILED: ${String(why).split('\n')[0]}`,
  ours: Number.NaN,
  unit: '',
  against: {},
  goal: '',
  of: 'ratio',
  met: false,
  binding: true,
  correct: false,
});
