import * as v from 'valibot';
import { ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { circleId } from '#seal/circle-id.ts';
import { type LeafDoc, passGate } from '#seal/gate.ts';
import { batchSize, inPieces } from './batch-size.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';

const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const revSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}-[0-9a-f]{32}$/));
const seqSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const revsSchema = v.pipe(v.array(v.object({ rev: revSchema })), v.minLength(1));

export const changesSchema = v.object({
  results: v.array(
    v.object({
      seq: seqSchema,
      id: idSchema,
      /** All leaves, dead ones too. */
      changes: revsSchema,
      deleted: v.optional(v.boolean()),
    }),
  ),
  last_seq: seqSchema,
});
export type ChangesPage = Readonly<v.InferOutput<typeof changesSchema>>;

export const missingSchema = v.record(idSchema, v.object({ missing: v.array(revSchema) }));
export type Missing = Readonly<v.InferOutput<typeof missingSchema>>;

const readSchema = v.object({
  results: v.array(v.object({ id: v.string(), docs: v.array(v.record(v.string(), v.unknown())) })),
});
const refusedSchema = v.array(
  v.object({ id: v.string(), error: v.string(), reason: v.optional(v.string(), '') }),
);
const aboutSchema = v.object({ doc_count: seqSchema });

/** Bytes of an answer, unpacked: 10,000 rows with a few leaves each; 24 MiB of documents. */
export const mostChanges = 16 * 1024 * 1024;
export const mostMissing = 4 * 1024 * 1024;
const mostRead = 32 * 1024 * 1024;
/** Bytes of text in one request; the hub takes twice as much. */
const mostSent = 4 * 1024 * 1024;

export interface Wanted {
  readonly id: string;
  /** Without it all leaves are wanted. */
  readonly rev?: string | undefined;
}

/** A document the hub does not take, and its short reason, for machines. */
export interface DeniedDoc {
  readonly id: string;
  readonly reason: string;
}

export interface HubCircle {
  /** `<register>-<circle>`. */
  readonly name: string;
  readonly line: HubLine;
  readonly signal: AbortSignal | undefined;
  /** How many living documents it holds. */
  documents(): Promise<Result<number, HubFailure>>;
  page(since: number, limit: number): Promise<Result<ChangesPage, HubFailure>>;
  /** Of the revisions told, at most 500 documents', those that the hub never had. */
  missing(asked: Readonly<Record<string, readonly string[]>>): Promise<Result<Missing, HubFailure>>;
  /**
   * Leaves that passed the gate; `refused` counts those that did not, were not asked for, or are
   * too large for any answer.
   */
  read(
    wanted: readonly Wanted[],
  ): Promise<Result<{ readonly docs: readonly LeafDoc[]; readonly refused: number }, HubFailure>>;
  /** Sends these, what lives before what is dead; answers what the hub would not take. */
  write(docs: readonly LeafDoc[]): Promise<Result<readonly DeniedDoc[], HubFailure>>;
}

export interface HubCircleParts {
  readonly line: HubLine;
  readonly register: string;
  readonly circle: Circle;
  readonly signal?: AbortSignal | undefined;
}

const isDead = (doc: LeafDoc): boolean => '_deleted' in doc;

/** As many of the first as fit, one at least. */
function fitting(docs: readonly LeafDoc[], count: number): readonly LeafDoc[] {
  let size = 0;
  const end = docs.findIndex((doc, at) => {
    size += ('c' in doc ? doc.c.length : 0) + doc._revisions.ids.length * 35 + 200;
    return at > 0 && (at >= count || size > mostSent);
  });
  return end < 0 ? docs : docs.slice(0, end);
}

const words = ['too-much'] as const;

type Asking = Pick<HubCircle, 'name' | 'line' | 'signal'>;

function reader({ line, name, signal }: Asking): HubCircle['read'] {
  const size = batchSize(500);
  const ask = (docs: readonly Wanted[]) =>
    line.ask(`/db/${name}/_bulk_get?revs=true&latest=true`, {
      method: 'POST',
      body: { docs },
      schema: readSchema,
      most: mostRead,
      words,
      signal,
    });
  return async (wanted) => {
    const docs: LeafDoc[] = [];
    let refused = 0;
    const done = await inPieces(wanted, {
      size,
      first: (all, count) => all.slice(0, count),
      ask,
      onAnswer: (answer, some) => {
        const sound = throughGate(answer, some);
        docs.push(...sound.docs);
        refused += sound.refused;
      },
      onHopeless: () => {
        refused += 1;
      },
    });
    return done.ok ? ok({ docs, refused }) : done;
  };
}

function writer({ line, name, signal }: Asking): HubCircle['write'] {
  const size = batchSize(500);
  const ask = (docs: readonly LeafDoc[]) =>
    line.ask(`/db/${name}/_bulk_docs`, {
      method: 'POST',
      body: { docs, new_edits: false },
      schema: refusedSchema,
      words,
      most: mostMissing,
      signal,
    });
  return async (docs) => {
    const denied: DeniedDoc[] = [];
    // A tombstone that came before what took its place would look like a removal to others.
    const ordered = [...docs.filter((doc) => !isDead(doc)), ...docs.filter(isDead)];
    const done = await inPieces(ordered, {
      size,
      first: fitting,
      ask,
      onAnswer: (refused) => denied.push(...refused.map(({ id, reason }) => ({ id, reason }))),
      onHopeless: ({ _id }) => denied.push({ id: _id, reason: 'too-much' }),
    });
    return done.ok ? ok(denied) : done;
  };
}

/** One circle as the hub keeps it. What comes from there is hostile until it has passed the gate. */
export function hubCircle({ line, register, circle, signal }: HubCircleParts): HubCircle {
  const name = circleId(register, circle);
  const path = `/db/${name}`;
  return {
    name,
    line,
    signal,
    documents: async () => {
      const told = await line.ask(`${path}/`, { schema: aboutSchema, signal });
      return told.ok ? ok(told.value.doc_count) : told;
    },
    page: (since, limit) =>
      line.ask(`${path}/_changes?style=all_docs&since=${since}&limit=${limit}`, {
        schema: changesSchema,
        most: mostChanges,
        signal,
      }),
    missing: (body) =>
      line.ask(`${path}/_revs_diff`, {
        method: 'POST',
        body,
        schema: missingSchema,
        most: mostMissing,
        signal,
      }),
    read: reader({ line, name, signal }),
    write: writer({ line, name, signal }),
  };
}

/** What was asked for and is sound; a document the hub has no longer is neither. */
function throughGate(
  { results }: v.InferOutput<typeof readSchema>,
  wanted: readonly Wanted[],
): { readonly docs: readonly LeafDoc[]; readonly refused: number } {
  const asked = new Set(wanted.map(({ id }) => id));
  const told = results.flatMap(({ id, docs }) =>
    docs.flatMap((one) => ('ok' in one ? [{ id, doc: one['ok'] }] : [])),
  );
  const docs = told.flatMap(({ id, doc }) => {
    const passed = passGate(doc);
    return passed.ok && passed.value._id === id && asked.has(id) ? [passed.value] : [];
  });
  return { docs, refused: told.length - docs.length };
}
