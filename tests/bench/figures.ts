/** The middle of the sorted values; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (upper + lower) / 2;
}

export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] ?? Number.NaN;
}

export type Contestants<T> = Readonly<Record<string, () => Promise<T>>>;

/**
 * A-B-A-B in one run, so that whatever else the machine does falls on all alike. The first of each
 * is a warm-up and thrown away; `rounds` are kept.
 */
export async function interleaved<T, N extends string>(
  contestants: Readonly<Record<N, () => Promise<T>>>,
  rounds: number,
  warmUps = 1,
): Promise<Record<N, readonly T[]>> {
  const names = Object.keys(contestants) as N[];
  const kept = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<N, T[]>;
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const name of names) {
      const value = await contestants[name]();
      if (round >= 0) kept[name].push(value);
    }
  }
  return kept;
}

export const rounded = (value: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(4)) : value;
