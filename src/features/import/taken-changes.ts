import { isPlainNews } from '#domain/import-batch/differences.ts';
import type { Parting } from '#services/book.ts';
import type { Reviewed } from './import-session.ts';

/** One field of one thing, as ticks name it. */
export const changeKey = (id: string, field: string): string => `${id} ${field}`;

/** What may be taken in one go: new in the file, and nobody here has touched it. */
export const plainNewsIn = ({ id, differences }: Parting): readonly string[] =>
  differences.filter(isPlainNews).map(({ field }) => changeKey(id, field));

/** The things whose ticks say that a word of the file is wanted, with those words alone. */
export const takenChanges = ({ beside, taken }: Reviewed): readonly Parting[] =>
  beside.partings.flatMap((parting): Parting[] => {
    const wanted = parting.differences.filter(({ field }) =>
      taken.has(changeKey(parting.id, field)),
    );
    return wanted.length > 0 ? [{ ...parting, differences: wanted }] : [];
  });
