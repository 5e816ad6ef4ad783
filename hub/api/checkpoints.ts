import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { Sharing } from '../sharing.ts';
import { readAs, refuse } from './answer.ts';
import { withCircle } from './circle-store.ts';
import { callerOf } from './doors.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** As PouchDB makes them out of an MD5 in base64. */
const addressSchema = v.object({ id: v.pipe(v.string(), v.regex(/^[\w.~=-]{1,64}$/)) });
const text = v.pipe(v.string(), v.maxLength(64));
const seq = v.union([v.pipe(v.number(), v.safeInteger()), text]);
/** What PouchDB remembers of a replication, and nothing else. */
const checkpointSchema = v.strictObject({
  _id: v.optional(v.pipe(v.string(), v.maxLength(80))),
  _rev: v.optional(v.pipe(v.string(), v.regex(/^0-\d{1,15}$/))),
  session_id: text,
  last_seq: seq,
  replicator: v.optional(text),
  version: v.optional(v.number()),
  history: v.pipe(v.array(v.strictObject({ last_seq: seq, session_id: text })), v.maxLength(10)),
});

const missing = { error: 'not_found', reason: 'missing' };

/** `GET _local/:id`: where this account's replication of that name stands. */
export const readCheckpoint =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const id = readAs(addressSchema, request.params)?.id;
    if (!id) return reply.code(404).send(missing);
    const account = callerOf(request).id;
    const point = await withCircle(sharing, request, (store) => store.checkpoint(account, id));
    if (!point) return reply.code(404).send(missing);
    return { ...point.fields, _id: `_local/${id}`, _rev: point.rev };
  };

/** `PUT _local/:id`: only over the one it knew, as documents are. */
export const keepCheckpoint =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const id = readAs(addressSchema, request.params)?.id;
    const given = readAs(checkpointSchema, request.body);
    if (!id || !given) return refuse(reply, 400, 'bad-request');
    const { _id, _rev, ...fields } = given;
    const account = callerOf(request).id;
    const rev = await withCircle(sharing, request, (store) =>
      store.keepCheckpoint(account, id, { fields, ...(_rev && { rev: _rev }) }),
    );
    if (!rev) return reply.code(409).send({ error: 'conflict', reason: 'not the newest' });
    return reply.code(201).send({ ok: true, id: `_local/${id}`, rev });
  };
