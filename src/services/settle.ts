import { ok } from '#base/result.ts';
import { chooseVersion, takeBackChoice } from '#domain/merge/edit.ts';
import type { Home } from '#domain/sharing/level.ts';
import type { Amend } from '#register/amend-record.ts';
import type { Book } from './book.ts';
import { toldInWords } from './told-in-words.ts';

interface SettleParts {
  readonly amend: Amend;
  readonly caughtUp: (homes?: readonly Home[]) => Promise<void>;
}

/** A choice between what several people said of one line; its undo asks the question again. */
export const settling = ({ amend, caughtUp }: SettleParts): Pick<Book, 'settle'> => ({
  settle: (ref, { home, field, stamp }) =>
    toldInWords(async () => {
      const chosen = await amend(ref, home, (body, at) => chooseVersion(body, field, stamp, at));
      if (!chosen.ok) return chosen;
      await caughtUp([home]);
      const choice = chosen.value;
      const undo = () =>
        toldInWords(async () => {
          const back = await amend(ref, home, (body, at) =>
            takeBackChoice(body, field, choice, at),
          );
          if (!back.ok) return back;
          await caughtUp([home]);
          return ok(null);
        });
      return ok({ id: ref.id, undo });
    }),
});
