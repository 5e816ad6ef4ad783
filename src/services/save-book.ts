import { toBase64 } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { type Failure, ok, type Result } from '#base/result.ts';
import type { KeysRow } from '#device/device-db.ts';
import { type BookHead, type BookLine, ringLettersMost, writeBook } from '#formats/book-file.ts';
import { everyLeaf, leafCount } from '#register/every-leaf.ts';
import { heldCircles } from '#register/open-register.ts';
import { type BookKeys, sealBookKeys } from '#seal/book-keys.ts';
import { secretFromStored } from '#seal/circle-keys.ts';
import { type IdKey, idKeyToBytes } from '#seal/id-key.ts';
import type { BookLock, SavedBook } from './book.ts';
import type { CopyParts } from './book-copies.ts';
import { ringOf } from './sharing/key-chest.ts';

type OnProgress = (done: number, total: number) => void;

export async function bookKeysOf({ memberId, name, circles: held }: KeysRow): Promise<BookKeys> {
  const kept = held.map(async ({ circle, idKey, epochs }) => ({
    circle,
    idKey: await idKeyToBytes(idKey as IdKey),
    epochs: await Promise.all(
      epochs.map(async ({ epoch, secret }) => ({ epoch, secret: await secretFromStored(secret) })),
    ),
  }));
  return { memberId, name, circles: await Promise.all(kept) };
}

async function* linesOf(parts: CopyParts, onLine: () => void): AsyncGenerator<BookLine> {
  for (const [circle, store] of heldCircles(parts.circles))
    for await (const doc of everyLeaf(store)) {
      yield { circle, doc };
      onLine();
    }
}

/** Those of all sheets, as long as they fit. */
async function ringsFor({ keys, orders }: CopyParts): Promise<readonly string[]> {
  const sheets = await orders.sheets();
  if (sheets.length === 0) return [];
  const { sealRing } = await import('#trust/recovery-ring.ts');
  const ring = await ringOf(keys.circles);
  const rings: string[] = [];
  let letters = 0;
  for (const { sign, box = '', salt } of sheets) {
    const sealed = await sealRing(keys.register, { device: { sign, box }, salt }, ring);
    const text = sealed.ok ? toBase64(sealed.value) : '';
    letters += text.length;
    if (text !== '' && letters <= ringLettersMost) rings.push(text);
  }
  return rings;
}

async function headOf(parts: CopyParts, lock: BookLock): Promise<BookHead> {
  const { register, founding } = parts.keys;
  const rings = await ringsFor(parts);
  const head = { register, founding, madeAt: new Date(parts.now()).toISOString() };
  const locked = { ...head, ...(rings.length > 0 && { rings }) };
  if (lock.by === 'keys') return locked;
  const keys = await sealBookKeys(await bookKeysOf(parts.keys), register, lock.words);
  return { ...locked, keys: keys as unknown as Json };
}

/** The circles that this phone holds as one file, sealed as they lie here. */
export async function saveBook(
  parts: CopyParts,
  lock: BookLock,
  onProgress: OnProgress,
): Promise<Result<SavedBook, Failure>> {
  const counts = await Promise.all(heldCircles(parts.circles).map(([, store]) => leafCount(store)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const head = await headOf(parts, lock);
  let documents = 0;
  const content = await writeBook(
    head,
    linesOf(parts, () => {
      documents += 1;
      onProgress(documents, Math.max(documents, total));
    }),
  );
  return ok({ content, documents, madeAt: head.madeAt });
}
