import type { ThingRow } from '#search/query.ts';
import { chance } from '../support/seeded.ts';

/** What someone types and the thing they have in mind. */
export interface LabelledQuery {
  readonly text: string;
  readonly meant: string;
}

/**
 * Mixed queries over the rows: a third beginnings, a third one or two whole words, a third names;
 * 15 in 100 of them with one letter dropped. The same for the same rows and seed.
 */
export function mixedQueries(rows: readonly ThingRow[], count: number, seed: number) {
  const dice = chance(seed);
  const listed = rows.filter(({ status }) => status !== 'archived');
  return Array.from({ length: count }, (_, index): LabelledQuery => {
    const row = dice.pick(listed);
    const words = `${row.words} ${row.line ?? ''}`.split(' ');
    const word = dice.pick(words);
    const forms = [
      () => row.name.split(' ').slice(0, 3).join(' '),
      () => word.slice(0, Math.max(2, Math.ceil(word.length * (0.4 + 0.6 * dice.next())))),
      () => (dice.in100(50) ? word : `${word} ${dice.pick(words)}`),
    ];
    const typed = (forms[index % forms.length] ?? (() => word))();
    return { meant: row.id, text: dice.in100(15) ? oneDropped(typed, dice.next()) : typed };
  });
}

function oneDropped(text: string, where: number): string {
  if (text.length < 4) return text;
  const at = 1 + Math.floor(where * (text.length - 1));
  return text.slice(0, at) + text.slice(at + 1);
}
