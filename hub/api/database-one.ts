import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { mostDocuments } from '../limits.ts';
import type { Sharing } from '../sharing.ts';
import type { Found, FoundDocument } from '../storage/hub-storage.ts';
import { readAs, refuse } from './answer.ts';
import { documentIdSchema, revSchema, withCircle } from './circle-store.ts';
import { flag, readWithin, shown } from './read-within.ts';

const addressSchema = v.object({ document: documentIdSchema });
const querySchema = v.object({
  rev: v.optional(revSchema),
  revs: flag,
  latest: flag,
  conflicts: flag,
  open_revs: v.optional(
    v.union([
      v.literal('all'),
      v.pipe(
        v.string(),
        v.maxLength(40_000),
        v.parseJson(),
        v.array(revSchema),
        v.maxLength(mostDocuments),
      ),
    ]),
  ),
});
type Query = v.InferOutput<typeof querySchema>;

/** `GET /db/:circle/:document`: its winner, one revision, or all that `open_revs` asks for. */
export const readOne =
  (sharing: Sharing) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const id = readAs(addressSchema, request.params)?.document;
    const query = readAs(querySchema, request.query);
    if (!id) return refuse(reply, 404, 'not_found');
    if (!query) return refuse(reply, 400, 'bad-request');
    const open = query.open_revs;
    const wanted = Array.isArray(open)
      ? open.map((rev) => ({ id, rev }))
      : [{ id, rev: open ? undefined : query.rev }];
    const found = await withCircle(sharing, request, (store) =>
      readWithin(store, wanted, query.latest === 'true'),
    );
    if (!found) return refuse(reply, 413, 'too-much');
    return open ? answerAll(found.flat(), query) : answerWinner(reply, found.flat(), query);
  };

const answerAll = (found: readonly Found[], { revs }: Query) =>
  found.map((one) => ('ok' in one ? { ok: shown(one.ok, revs === 'true') } : one));

function answerWinner(reply: FastifyReply, found: readonly Found[], query: Query): unknown {
  const there = found.flatMap((one) => ('ok' in one ? [one.ok] : [])).sort(winnerFirst);
  const [winner, ...others] = there;
  // A tombstone is told only to whoever names it.
  if (!winner || (winner._deleted && !query.rev)) return refuse(reply, 404, 'not_found');
  const conflicts = others.flatMap(({ _rev, _deleted }) => (_deleted ? [] : [_rev]));
  const tellsConflicts = query.conflicts === 'true' && conflicts.length > 0;
  return {
    ...shown(winner, query.revs === 'true'),
    ...(tellsConflicts && { _conflicts: conflicts }),
  };
}

/** CouchDB's rule: a living one, then the longest history, then the greater hash. */
const winnerFirst = (a: FoundDocument, b: FoundDocument): number =>
  Number(a._deleted ?? false) - Number(b._deleted ?? false) ||
  b._revisions.start - a._revisions.start ||
  (a._rev < b._rev ? 1 : -1);
