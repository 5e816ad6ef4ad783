import { toBase64 } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb, HeldCircle, KeysRow } from '#device/device-db.ts';
import { newsStore } from '#device/news-store.ts';
import type { Safe } from '#device/safe.ts';
import { guarded } from '#device/storage-trouble.ts';
import { withAllSeen } from '#domain/news/news.ts';
import { checkBook } from '#formats/book-file.ts';
import { type BookCircle, type BookKeys, openBookKeys } from '#seal/book-keys.ts';
import { secretToStore } from '#seal/circle-keys.ts';
import { devicePublicKey, makeDeviceKeys } from '#seal/device-signature.ts';
import { verifyFounding } from '#seal/founding.ts';
import { idKeyFromBytes } from '#seal/id-key.ts';
import type { Opened } from './create-services.ts';
import { keptRow } from './keyring.ts';
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

/** Everything about a book that can be known before a word of it is written here. */
async function checked(
  { file, passphrase }: Restoring,
  { device, now }: RestoreParts,
): Promise<Result<KeysRow, Failure>> {
  const book = await checkBook(file);
  if (!book.ok) return book;
  const { register, founding, keys } = book.value.head;
  const founded = await verifyFounding(founding, register);
  if (!founded.ok) return founded.error.kind === 'browser-too-old' ? founded : fail('book-broken');
  if (await device.keys.get(register)) return fail('already-here');
  const opened = await openBookKeys(keys, register, passphrase);
  if (!opened.ok) return opened.error.kind === 'broken' ? fail('book-broken') : opened;
  return keysRow({ register, founding, now: now() }, opened.value);
}

async function filled(
  register: string,
  { file, onProgress }: Restoring,
  { open, device }: RestoreParts,
): Promise<Result<Opened, Failure>> {
  const opened = await open(register);
  const taken = opened.ok
    ? await (await opened.value.services.book.copies()).take(file, onProgress)
    : opened;
  if (opened.ok && taken.ok) {
    // What a phone begins with is no news.
    await newsStore(device, register).change(withAllSeen);
    return opened;
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
  const row = await checked(restoring, parts);
  if (!row.ok) return row;
  const kept = await guarded(async () =>
    parts.device.keys.add(await keptRow(row.value, parts.safe)),
  );
  return kept.ok ? filled(row.value.register, restoring, parts) : kept;
}
