import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { mostDocuments } from '../limits.ts';
import type { Sharing } from '../sharing.ts';
import type { Found } from '../storage/hub-storage.ts';
import { readAs, refuse } from './answer.ts';
import { circleIn, documentIdSchema, revSchema, withCircle } from './circle-store.ts';
import { callerOf } from './doors.ts';
import { flag, readWithin, shown } from './read-within.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const mostChanges = 10_000;
const count = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.maxValue(most));
const changesSchema = v.object({
  since: v.optional(count(Number.MAX_SAFE_INTEGER), '0'),
  limit: v.optional(count(mostChanges), String(mostChanges)),
  // Live is one answer for a whole register (`moved`), never one for each circle.
  feed: v.optional(v.literal('normal')),
  style: v.optional(v.picklist(['all_docs', 'main_only'])),
});
const flagsSchema = v.object({ revs: flag, latest: flag });
const wantedSchema = v.strictObject({
  docs: v.pipe(
    v.array(v.object({ id: documentIdSchema, rev: v.optional(revSchema) })),
    v.maxLength(mostDocuments),
  ),
});

/** `GET /db/`: `uuid` makes part of the name of a replication, so a new store begins anew. */
export const welcome =
  ({ registers }: Sharing): Handler =>
  async (request) => ({
    couchdb: 'Welcome',
    uuid: registers.all().get(callerOf(request).register)?.generation,
    vendor: { name: 'Patchbook' },
    /** What a phone may send packed. */
    accepts: ['gzip'],
  });

export const about =
  (sharing: Sharing): Handler =>
  async (request) => {
    const { documents, seq } = await withCircle(sharing, request, (store) => store.about());
    return {
      db_name: circleIn(request),
      doc_count: documents,
      update_seq: seq,
      instance_start_time: '0',
    };
  };

/** `GET _changes`: documents by the order of their last move, with all their leaves. */
export const tellChanges =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const query = readAs(changesSchema, request.query);
    if (!query) return refuse(reply, 400, 'bad-request');
    const { since, limit } = query;
    const { moved, lastSeq } = await withCircle(sharing, request, (store) =>
      store.page(since, Math.max(1, limit)),
    );
    return {
      results: moved.map(({ seq, id, leaves, deleted }) => ({
        seq,
        id,
        changes: leaves,
        ...(deleted && { deleted }),
      })),
      last_seq: lastSeq,
    };
  };

/** `POST _bulk_get`. 413 where the answer would be too large: fewer at a time will do. */
export const readMany =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const wanted = readAs(wantedSchema, request.body);
    const flags = readAs(flagsSchema, request.query);
    if (!wanted || !flags) return refuse(reply, 400, 'bad-request');
    const { docs } = wanted;
    const found = await withCircle(sharing, request, (store) =>
      readWithin(store, docs, flags.latest === 'true'),
    );
    if (!found) return refuse(reply, 413, 'too-much');
    const withHistory = flags.revs === 'true';
    return {
      results: docs.map(({ id }, at) => ({
        id,
        docs: (found[at] ?? []).map((one) => worded(one, id, withHistory)),
      })),
    };
  };

function worded(found: Found, id: string, withHistory: boolean) {
  if (!('ok' in found))
    return { error: { id, rev: found.missing, error: 'not_found', reason: 'missing' } };
  return { ok: shown(found.ok, withHistory) };
}
