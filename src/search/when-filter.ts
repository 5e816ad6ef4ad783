import type { FindQuery, ThingRow } from './query.ts';

export type When = NonNullable<FindQuery['when']>;

/** Whether any of the schedules is on at that instant (`now`) or on its day (`today`). */
export type OccursAt = (schedules: readonly unknown[], when: When, at: number) => boolean;

const minuteMs = 60_000;

/** Keeps answers for the minute asked about, as rules of dates are slow to work out. */
export function createWhenFilter() {
  let asked = '';
  const answers = new Map<string, boolean>();

  return {
    passes(occursAt: OccursAt, when: When, at: number): (row: ThingRow) => boolean {
      const minute = Math.floor(at / minuteMs);
      const key = `${when} ${minute}`;
      if (key !== asked) answers.clear();
      asked = key;
      return ({ id, schedules }) => {
        if (!schedules || schedules.length === 0) return false;
        const known = answers.get(id);
        if (known !== undefined) return known;
        const answer = occursAt(schedules, when, minute * minuteMs);
        answers.set(id, answer);
        return answer;
      };
    },
    /** The thing has changed or gone. */
    forget: (id: string): void => void answers.delete(id),
  };
}
