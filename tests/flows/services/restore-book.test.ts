import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes, toBase64 } from '#base/bytes.ts';
import { openDeviceDb } from '#device/device-db.ts';
import { bookLines, checkBook, writeBook } from '#formats/book-file.ts';
import { restoreOnThisPhone } from '#services/restore-book.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

const words = 'river chair apple lamp';
const device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
let here: TestBook;
let file: Blob;

beforeEach(async () => {
  here = await newBook('Rivermouth');
  await here.book.add('place', aPlace('Chatty bench'));
  const saved = await (await here.book.copies()).save({ by: 'words', words }, () => {});
  if (!saved.ok) throw new Error(saved.error.kind);
  file = saved.value.content;
});
afterEach(async () => {
  await here.close();
  expect(await device.keys.count()).toBe(0);
});

const restore = async (book: Blob, typed = words, on = device): Promise<string> => {
  const restoring = { file: book, words: typed, onProgress: () => {} };
  const open = async () => {
    throw new Error('nothing is to be opened');
  };
  const restored = await restoreOnThisPhone(restoring, {
    device: on,
    safe: undefined,
    now: Date.now,
    open,
  });
  return restored.ok ? 'restored' : restored.error.kind;
};

async function changed(change: (head: Record<string, unknown>) => object): Promise<Blob> {
  const book = await checkBook(file);
  if (!book.ok) throw new Error(book.error.kind);
  const head = change(book.value.head as unknown as Record<string, unknown>);
  return writeBook(head as typeof book.value.head, bookLines(file));
}

test('other words restore nothing', async () => {
  expect(await restore(file, 'other words than those')).toBe('wrong-passphrase');
});

test('one under the register’s own keys alone restores nothing without a recovery sheet', async () => {
  const saved = await (await here.book.copies()).save({ by: 'keys' }, () => {});
  if (!saved.ok) throw new Error(saved.error.kind);
  expect(await restore(saved.value.content)).toBe('book-without-words');
  expect(await (await here.book.copies()).take(saved.value.content, () => {})).toMatchObject({
    value: { added: 0, refused: 0 },
  });
  const rings = [toBase64(randomBytes(400))];
  const six = 'abacus abdomen abdominal abide abiding ability';
  expect(await restore(await changed(({ keys, ...head }) => ({ ...head, rings })), six)).toBe(
    'wrong-sheet',
  );
  expect(await restore(await changed((head) => ({ ...head, rings })), six)).toBe(
    'wrong-passphrase',
  );
  expect(await restore(await changed((head) => ({ ...head, rings: ['<b>'] })))).toBe('book-broken');
});

test('a register that is here is not made a second time', async () => {
  expect(await restore(file, words, here.device)).toBe('already-here');
});

test('a book under another register’s id, or with another founding, is none', async () => {
  const other = await newBook('Elsewhere');
  const { founding, register } = other.keys;
  expect(await restore(await changed((head) => ({ ...head, register })))).toBe('book-broken');
  expect(await restore(await changed((head) => ({ ...head, founding })))).toBe('book-broken');
  expect(await restore(await changed((head) => ({ ...head, register, founding })))).toBe(
    'wrong-passphrase',
  );
  await other.close();
});

test('keys that are no sealed keys end in a sentence', async () => {
  expect(await restore(await changed((head) => ({ ...head, keys: { salt: 1 } })))).toBe(
    'book-broken',
  );
});

test('a book of another register is not taken into this one', async () => {
  const other = await newBook('Elsewhere');
  const taken = await (await other.book.copies()).take(file, () => {});
  expect(taken).toMatchObject({ error: { kind: 'other-register' } });
  await other.close();
});

test('a book of its own adds nothing, and leaves out what is no sealed record', async () => {
  const copies = await here.book.copies();
  expect(await copies.take(file, () => {})).toMatchObject({ value: { added: 0, refused: 0 } });
  async function* withNonsense() {
    yield* bookLines(file);
    yield { circle: 'members', doc: { _id: '_design/x', views: {} } } as const;
  }
  const book = await checkBook(file);
  if (!book.ok) throw new Error(book.error.kind);
  const worse = await writeBook(book.value.head, withNonsense());
  expect(await copies.take(worse, () => {})).toMatchObject({ value: { added: 0, refused: 1 } });
});
