import { fromBase64 } from '#base/bytes.ts';
import type { JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { inBringingOrder, photoTypeOf } from '#formats/copy.ts';
import type { Arriving } from '#services/book.ts';
import { registerRecordId } from '#services/register-record-id.ts';
import type { Services } from '#services/services.ts';
import { movedToNow } from './moved-days.ts';
import type { MadeUpPlace } from './read-files.ts';

interface Wishes {
  /** What the act of bringing all in is called. */
  readonly fileName: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** What the made-up register says of itself and this phone does not fill in. */
const told = ['area', 'centre', 'languages', 'inCharge', 'safeguardingName', 'safeguardingPhone'];

function tellOfItself({ book }: Services, records: readonly AnyRecord[]) {
  const register = records.find(({ type }) => type === 'register') ?? {};
  const values = Object.entries(register).filter(([field]) => told.includes(field));
  const ref = { type: 'register', id: registerRecordId(book.registerId) } as const;
  return book.change(ref, Object.fromEntries(values) as JsonObject);
}

async function keepPack({ packs, book }: Services, { facts, pack }: MadeUpPlace) {
  const { tileType: _, ...row } = facts;
  return packs.add({ ...row, only: book.registerId, blob: pack });
}

async function keepPhotos({ photos }: Services, { copy }: MadeUpPlace) {
  for (const [id, base64] of copy.photos) {
    const [bytes, type] = [fromBase64(base64), photoTypeOf(base64)];
    if (!bytes || !type) continue;
    const kept = await photos.restore(id, new Blob([bytes], { type }));
    if (!kept.ok) return kept;
  }
  return ok(null);
}

const arrivingIn = ({ copy }: MadeUpPlace, now: number): readonly Arriving[] =>
  inBringingOrder(copy.records)
    .filter(({ type }) => type !== 'register')
    .map(({ id, type, ...values }) => ({
      id,
      type,
      values: movedToNow(values as unknown as JsonObject, { madeAt: copy.madeAt, now }),
    }));

/** Puts the made-up place into a new register, by the same commands as anybody's import. */
export async function fillBook(
  services: Services,
  place: MadeUpPlace,
  { fileName, signal, onProgress }: Wishes,
): Promise<Result<null, Failure>> {
  const { book, now } = services;
  const steps = [
    () => keepPack(services, place),
    () => tellOfItself(services, place.copy.records),
    () => keepPhotos(services, place),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  const about = { fileName, from: 'import-copy', licence: 'own' } as const;
  const items = arrivingIn(place, now());
  const arrived = await book.bringIn(items, about, onProgress, signal);
  if (!arrived.ok) return arrived;
  return arrived.value.refused === 0 ? ok(null) : fail('copy-broken');
}
