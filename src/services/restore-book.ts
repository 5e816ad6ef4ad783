import { fromBase64, toBase64 } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb, HeldCircle, KeysRow } from '#device/device-db.ts';
import { newsStore } from '#device/news-store.ts';
import type { Safe } from '#device/safe.ts';
import { guarded } from '#device/storage-trouble.ts';
import { withAllSeen } from '#domain/news/news.ts';
import { circles } from '#domain/sharing/level.ts';
import { type BookHead, checkBook } from '#formats/book-file.ts';
import { type BookCircle, type BookKeys, openBookKeys } from '#seal/book-keys.ts';
import { secretToStore } from '#seal/circle-keys.ts';
import { devicePublicKey, makeDeviceKeys } from '#seal/device-signature.ts';
import { verifyFounding } from '#seal/founding.ts';
import { idKeyFromBytes } from '#seal/id-key.ts';
import type { Opened } from './create-services.ts';
import { keptRow } from './keyring.ts';
import { registerRecordId } from './register-record-id.ts';
import type { Restoring } from './starter.ts';
import { takeAway } from './throw-away.ts';

interface RestoreParts {
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
  readonly now: () => number;
  readonly open: (id: string) => Promise<Result<Opened, Failure>>;
}

async function heldCircle({ circle, idKey, epochs }: BookCircle): Promise<HeldCircle | undefined> {
  const key = await idKeyFromBytes(idKey, true);
  if (!key.ok || epochs.length === 0) return undefined;
  const kept = epochs.map(async ({ epoch, secret }) => ({
    epoch,
    secret: await secretToStore(secret),
  }));
  return { circle, idKey: key.value, epochs: await Promise.all(kept) };
}

async function keysRow(
  about: { readonly register: string; readonly founding: Json; readonly now: number },
  { memberId, name, circles: held }: BookKeys,
): Promise<Result<KeysRow, Failure>> {
  const rows = (await Promise.all(held.map(heldCircle))).filter((row) => row !== undefined);
  if (rows.length < held.length) return fail('book-broken');
  const device = await makeDeviceKeys();
  if (!device.ok) return device;
  const { register, founding, now } = about;
  const signingKey = device.value.privateKey;
  const signingPublic = toBase64(await devicePublicKey(device.value));
  const own = { signingKey, signingPublic, memberId };
  return ok({ register, founding, circles: rows, ...own, name, openedAt: now });
}

interface Unlocked {
  readonly keys: BookKeys;
  /** What the recovery sheet that opened it signs with. */
  readonly sheet?: string;
}

/** By the six words of a recovery sheet; undefined where they are none, or not of a sheet of this book. */
async function keysBySheet(
  { register, rings = [] }: BookHead,
  typed: string,
): Promise<Unlocked | undefined> {
  if (rings.length === 0) return undefined;
  const { readWords } = await import('#trust/recovery-sheet.ts');
  const words = readWords(typed);
  if (!words.ok) return undefined;
  const { openRing } = await import('#trust/recovery-ring.ts');
  for (const ring of rings) {
    const opened = await openRing(register, fromBase64(ring) ?? new Uint8Array(), words.value);
    if (!opened.ok) continue;
    const held = circles.flatMap((circle) => {
      const hoard = opened.value.ring[circle];
      return hoard ? [{ circle, idKey: hoard.idKey, epochs: hoard.secrets }] : [];
    });
    // Whose sheet it was is told by what is still sealed.
    const keys = { memberId: registerRecordId(register), name: '', circles: held };
    return { keys, sheet: opened.value.sheet.keys.sign };
  }
  return undefined;
}

async function keysIn(head: BookHead, words: string): Promise<Result<Unlocked, Failure>> {
  const bySheet = await keysBySheet(head, words);
  if (bySheet) return ok(bySheet);
  if (head.keys === undefined) return fail(head.rings ? 'wrong-sheet' : 'book-without-words');
  const opened = await openBookKeys(head.keys, head.register, words);
  if (opened.ok) return ok({ keys: opened.value });
  return opened.error.kind === 'broken' ? fail('book-broken') : opened;
}

/** Everything about a book that can be known before a word of it is written here. */
async function checked(
  { file, words }: Restoring,
  { device, now }: RestoreParts,
): Promise<Result<{ readonly row: KeysRow; readonly sheet?: string | undefined }, Failure>> {
  const book = await checkBook(file);
  if (!book.ok) return book;
  const { register, founding } = book.value.head;
  const founded = await verifyFounding(founding, register);
  if (!founded.ok) return founded.error.kind === 'browser-too-old' ? founded : fail('book-broken');
  if (await device.keys.get(register)) return fail('already-here');
  const opened = await keysIn(book.value.head, words);
  if (!opened.ok) return opened;
  const { keys, sheet } = opened.value;
  const row = await keysRow({ register, founding, now: now() }, keys);
  return row.ok ? ok({ row: row.value, sheet }) : row;
}

/** Of a register that came by a sheet, what only its records tell: its name, and who this is. */
async function learnWho(
  register: string,
  sheet: string,
  { device, opened }: { readonly device: DeviceDb; readonly opened: Opened },
): Promise<void> {
  const { book } = opened.services;
  const read = await book.read({ type: 'register', id: registerRecordId(register) });
  const record = read.ok && read.value.record.type === 'register' ? read.value.record : undefined;
  const person = (await (await book.copies()).whoseSheet(sheet)) ?? record?.createdBy;
  await device.keys.update(register, {
    ...(record && { name: record.name }),
    ...(person !== undefined && { memberId: person }),
  });
}

interface Filling extends Restoring {
  readonly register: string;
  readonly sheet: string | undefined;
}

async function filled(
  { register, sheet, file, onProgress }: Filling,
  { open, device }: RestoreParts,
): Promise<Result<Opened, Failure>> {
  const opened = await open(register);
  const taken = opened.ok
    ? await (await opened.value.services.book.copies()).take(file, onProgress)
    : opened;
  if (opened.ok && taken.ok) {
    // What a phone begins with is no news.
    await newsStore(device, register).change(withAllSeen);
    if (sheet === undefined) return opened;
    await learnWho(register, sheet, { device, opened: opened.value });
    await opened.value.close();
    return open(register);
  }
  if (opened.ok) await opened.value.close();
  await takeAway(device, register);
  return taken.ok ? opened : taken;
}

/**
 * Makes a register that this phone does not hold from its book. `already-here`: it does, and then
 * needs no passphrase. What can't be restored whole is not left behind half.
 */
export async function restoreOnThisPhone(
  restoring: Restoring,
  parts: RestoreParts,
): Promise<Result<Opened, Failure>> {
  const found = await checked(restoring, parts);
  if (!found.ok) return found;
  const { row, sheet } = found.value;
  const kept = await guarded(async () => parts.device.keys.add(await keptRow(row, parts.safe)));
  return kept.ok ? filled({ ...restoring, register: row.register, sheet }, parts) : kept;
}
