import { fail } from '#base/result.ts';
import type { Book } from './book.ts';

const refused = async () => fail('read-only');

/** The book of a register that this phone is no longer in: it is shown, saved and exported. */
export const readOnlyBook = (book: Book): Book => ({
  ...book,
  add: refused,
  change: refused,
  confirm: refused,
  archive: refused,
  remove: refused,
  connect: refused,
  putBack: refused,
  bringIn: refused,
  undoImport: refused,
  copies: async () => ({ ...(await book.copies()), take: refused }),
});
