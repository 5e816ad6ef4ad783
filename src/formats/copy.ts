import * as v from 'valibot';
import { isBase64 } from '#base/bytes.ts';
import { isJsonObject, type JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { kinds } from '#domain/record/kinds.ts';
import { type AnyRecord, parseRecord } from '#domain/record/record.ts';
import { idSchema, instantSchema, type RecordType } from '#domain/record/values.ts';

/** Raised when the shape of the file changes; records carry the versions of their kinds. */
const copyVersion = 1;

export interface Copy {
  readonly register: { readonly id: string; readonly name: string };
  readonly madeAt: string;
  readonly records: readonly AnyRecord[];
  /** Pictures by the id their record names, as base64. */
  readonly photos: ReadonlyMap<string, string>;
}

export type KeptOutWhy = 'unknown-kind' | 'newer' | 'broken' | 'twice';

export interface ReadCopy extends Copy {
  /** Entries that could not be taken, by reason. */
  readonly keptOut: Readonly<Partial<Record<KeptOutWhy, number>>>;
  readonly photosKeptOut: number;
}

export type CopyFailure = Failure<'copy-newer' | 'copy-broken' | 'file-too-many'>;

const recordsMost = 50_000;
/** A picture of 80 KB is 110,000 letters; more than twice that is no picture of ours. */
const photoLettersMost = 250_000;

const versions = (): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(kinds).map(([type, { version }]) => [type, version]));

/** The file in pieces, so that nobody needs to hold or build it in one go. */
export function* writeCopy({ register, madeAt, records, photos }: Copy): Generator<string> {
  const head = { patchbook: 'copy', version: copyVersion, register, madeAt, kinds: versions() };
  yield `${JSON.stringify(head).slice(0, -1)},\n"records":[`;
  let before = '\n';
  for (const record of records) {
    yield `${before}${JSON.stringify(record)}`;
    before = ',\n';
  }
  yield '],\n"photos":{';
  before = '\n';
  for (const [id, base64] of photos) {
    yield `${before}${JSON.stringify(id)}:${JSON.stringify(base64)}`;
    before = ',\n';
  }
  yield '}}\n';
}

export const isCopy = (json: unknown): boolean =>
  isJsonObject(json) && json['patchbook'] === 'copy';

const headSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  register: v.object({
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  }),
  madeAt: instantSchema,
  kinds: v.optional(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))), {}),
  records: v.array(v.unknown()),
  photos: v.optional(v.custom<JsonObject>(isJsonObject), {}),
});
type Head = v.InferOutput<typeof headSchema>;

function readRecords({ records, kinds: written }: Head) {
  const keptOut: Partial<Record<KeptOutWhy, number>> = {};
  const found = new Map<string, AnyRecord>();
  const keepOut = (why: KeptOutWhy) => {
    keptOut[why] = (keptOut[why] ?? 0) + 1;
  };
  for (const values of records) {
    const type = isJsonObject(values) ? String(values['type']) : '';
    const read = parseRecord(values, Object.hasOwn(written, type) ? written[type] : undefined);
    const key = read.ok ? `${read.value.type}:${read.value.id}` : '';
    if (!read.ok) keepOut(read.error.kind);
    else if (found.has(key)) keepOut('twice');
    else found.set(key, read.value);
  }
  return { records: [...found.values()], keptOut };
}

/** By how a WebP and a JPEG begin: nothing else is ever kept as a picture. */
export const photoTypeOf = (base64: string): 'image/webp' | 'image/jpeg' | undefined => {
  if (base64.startsWith('UklGR')) return 'image/webp';
  return base64.startsWith('/9j/') ? 'image/jpeg' : undefined;
};

const isPhoto = (id: string, base64: unknown): base64 is string =>
  v.is(idSchema, id) &&
  typeof base64 === 'string' &&
  photoTypeOf(base64) !== undefined &&
  base64.length <= photoLettersMost &&
  isBase64(base64);

function readPhotos(photos: JsonObject): Pick<ReadCopy, 'photos' | 'photosKeptOut'> {
  const all = Object.entries(photos);
  const good = all.filter((entry): entry is [string, string] => isPhoto(...entry));
  return { photos: new Map(good), photosKeptOut: all.length - good.length };
}

/** A member's own copy: each record is checked by itself; one that is broken keeps no other out. */
export function readCopy(json: unknown): Result<ReadCopy, CopyFailure> {
  if (isJsonObject(json) && Number(json['version']) > copyVersion) return fail('copy-newer');
  const head = v.safeParse(headSchema, json);
  if (!head.success) return fail('copy-broken');
  const { register, madeAt, records, photos } = head.output;
  if (records.length > recordsMost) return fail('file-too-many', { count: records.length });
  return ok({ register, madeAt, ...readRecords(head.output), ...readPhotos(photos) });
}

/** Things before what ties them, and each before what stands on it. */
const order: readonly RecordType[] = [
  ...(['register', 'member', 'place', 'organisation', 'group', 'exchange'] as const),
  ...(['person', 'story', 'activity', 'connection', 'confirmation'] as const),
];

export const inBringingOrder = (records: readonly AnyRecord[]): readonly AnyRecord[] =>
  order.flatMap((type) => records.filter((record) => record.type === type));
