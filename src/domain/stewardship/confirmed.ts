import type { Status } from '../record/base-fields.ts';

export interface Confirmations {
  /** Different people who said it is true, the first-hand recorder among them. */
  readonly people: number;
  /** People who have joined the register. */
  readonly members: number;
}

/** A second member's word makes a thing active; in a register of one, first-hand is enough. */
export function statusAfter(stored: Status, { people, members }: Confirmations): Status {
  if (stored !== 'unconfirmed') return stored;
  return people >= Math.min(2, members) && people > 0 ? 'active' : 'unconfirmed';
}

/** The day a fact wants asking again, `YYYY-MM-DD`; undefined where it does not age. */
export function dueAfter(confirmedOn: string | undefined, days: number | undefined) {
  if (!confirmedOn || !days) return undefined;
  const due = new Date(`${confirmedOn}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + days);
  return due.toISOString().slice(0, 10);
}
