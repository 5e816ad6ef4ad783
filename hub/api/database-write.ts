import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { isJsonObject } from '../../src/base/json.ts';
import { documentFault } from '../../src/seal/document-fault.ts';
import { mostDocuments } from '../limits.ts';
import type { Sharing } from '../sharing.ts';
import type { Arrived } from '../storage/hub-storage.ts';
import { readAs, refuse } from './answer.ts';
import { documentIdSchema, revSchema, withCircle } from './circle-store.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const batchSchema = v.strictObject({
  docs: v.pipe(v.array(v.unknown()), v.maxLength(mostDocuments)),
  // Revisions are the phones' own; the hub makes none.
  new_edits: v.literal(false),
});
const mostRevs = 1_000;
const askedSchema = v.record(v.string(), v.pipe(v.array(v.string()), v.maxLength(mostRevs)));

/** As CouchDB words what it does not take; PouchDB then passes by that document alone. */
const refusedFor = (doc: unknown, reason: string) => ({
  id: isJsonObject(doc) && typeof doc['_id'] === 'string' ? doc['_id'].slice(0, 64) : '',
  error: 'forbidden',
  reason,
});

function throughGate(docs: readonly unknown[]) {
  const arrived: Arrived[] = [];
  const broken: ReturnType<typeof refusedFor>[] = [];
  for (const doc of docs) {
    const fault = documentFault(doc);
    if (fault) broken.push(refusedFor(doc, fault));
    else if (isArrived(doc)) arrived.push(doc);
  }
  return { arrived, broken };
}

/** For the types alone: the gate has seen to it that these are there. */
const isArrived = (doc: unknown): doc is Arrived => isJsonObject(doc);

/** `POST _bulk_docs`: answers what was refused, when all else is on disk. */
export const writeDocuments =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const batch = readAs(batchSchema, request.body);
    if (!batch) return refuse(reply, 400, 'bad-request');
    const { arrived, broken } = throughGate(batch.docs);
    const onlyRemoves = arrived.every(({ _deleted }) => _deleted);
    const left = await withCircle(sharing, request, async (store) =>
      onlyRemoves || (await store.hasRoom()) ? store.write(arrived) : undefined,
    );
    if (!left) return refuse(reply, 507, 'full');
    const full = left.map((doc) => refusedFor(doc, 'too-many-leaves'));
    return reply.code(201).send([...broken, ...full]);
  };

/** `POST _revs_diff`: of the revisions told, those that never came here. */
export const tellMissing =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const asked = readAs(askedSchema, request.body);
    const entries = Object.entries(asked ?? {});
    if (!asked || entries.length > mostDocuments) return refuse(reply, 400, 'bad-request');
    // What can't be a document here is missing: it is told when it comes, with the reason.
    const sound = entries.filter(
      ([id, revs]) => readAs(documentIdSchema, id) && revs.every((rev) => readAs(revSchema, rev)),
    );
    const missing = await withCircle(sharing, request, (store) => store.missing(new Map(sound)));
    const unsound = entries.filter((entry) => !sound.includes(entry));
    return Object.fromEntries(
      [...missing, ...unsound].map(([id, revs]) => [id, { missing: revs }]),
    );
  };
