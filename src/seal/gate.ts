import * as v from 'valibot';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { envelopeSchema } from './envelope.ts';

/** Higher ones only push honest leaves aside; a record edited hourly takes eleven years to get here. */
const generationMost = 100_000;
/** PouchDB keeps the newest hundred or so; a longer list only wants room. */
const historyMost = 1_000;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

const rooted = {
  _rev: v.pipe(v.string(), v.maxLength(39), v.regex(/^[1-9]\d{0,5}-[0-9a-f]{32}$/)),
  _revisions: v.strictObject({
    start: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(generationMost)),
    ids: v.pipe(v.array(hash), v.minLength(1), v.maxLength(historyMost)),
  }),
};

const liveSchema = v.strictObject({ ...envelopeSchema.entries, ...rooted });
/** Empty: whatever else a tombstone carried would stay on every phone for good. */
const tombstoneSchema = v.strictObject({
  _id: envelopeSchema.entries._id,
  ...rooted,
  _deleted: v.literal(true),
});

/** One leaf of a document as another phone, a hub or a file hands it over, its history with it. */
export type LeafDoc = Readonly<
  v.InferOutput<typeof liveSchema> | v.InferOutput<typeof tombstoneSchema>
>;

/** The history must be that of the revision, or one leaf could be hung on any other. */
const isOwnHistory = ({ _rev, _revisions: { start, ids } }: LeafDoc): boolean =>
  _rev === `${start}-${ids[0]}` && ids.length <= start;

/** The one gate before every store: whoever hands something over is hostile until it has passed. */
export function passGate(input: unknown): Result<LeafDoc, Failure<'broken'>> {
  const schema =
    typeof input === 'object' && input !== null && '_deleted' in input
      ? tombstoneSchema
      : liveSchema;
  const parsed = v.safeParse(schema, input, { abortEarly: true, abortPipeEarly: true });
  return parsed.success && isOwnHistory(parsed.output) ? ok(parsed.output) : fail('broken');
}
