import type { Json } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import { join } from '#domain/merge/join.ts';
import { unpackBody } from '#domain/merge/pack.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { isLate } from '#seal/closed-epochs.ts';
import { checkEnvelope, type Envelope } from '#seal/envelope.ts';
import { envelopeId } from '#seal/id-key.ts';
import { openEnvelope } from '#seal/seal.ts';
import type { CircleDb } from './pouch.ts';
import { isMissing } from './pouch-trouble.ts';

export type StoredEnvelope = PouchDB.Core.IdMeta &
  PouchDB.Core.GetMeta & { readonly v?: unknown; k?: unknown; e?: unknown; c?: unknown };

export interface Leaf {
  readonly rev: string;
  readonly body: Body;
}

/**
 * A leaf that can't be read now is parked: not shown, not merged, not removed. `late`: made with
 * the key of a closed epoch, perhaps by somebody who is gone.
 */
export type ParkedWhy = 'no-key' | 'broken' | 'newer' | 'late';

export interface Leaves {
  /** Openable live leaves, PouchDB's winner first where it opens. */
  readonly open: readonly Leaf[];
  readonly parked: readonly ParkedWhy[];
}

export const envelopeOf = ({ _id, v, k, e, c }: StoredEnvelope): Envelope | undefined => {
  const checked = checkEnvelope({ _id, v, k, e, c });
  return checked.ok ? checked.value : undefined;
};

/** Signed and judged by the log, or named there by its hash: whoever sealed it, and with what key. */
const selfProven: readonly string[] = ['steward-act', 'closing-list'];
export const provesItself = (type: string): boolean => selfProven.includes(type);

/** The body inside, if it belongs under this envelope's id and was sealed in time. */
export async function bodyOf(
  opened: Json,
  { _id, _rev, k }: Pick<Envelope, '_id' | 'k'> & { readonly _rev: string },
  ring: CircleRing,
): Promise<Result<Body, { kind: ParkedWhy }>> {
  const body = unpackBody(opened);
  if (!body.ok) return fail(body.error.kind === 'body-newer' ? 'newer' : 'broken');
  const { type, id } = body.value;
  if ((await envelopeId(ring.idKey, type, id)) !== _id) return fail('broken');
  const isSetAside = !provesItself(type) && (await isLate(ring, { id: _id, rev: _rev, k }));
  return isSetAside ? fail('late') : ok(body.value);
}

export async function openStored(stored: StoredEnvelope, ring: CircleRing) {
  const envelope = envelopeOf(stored);
  if (!envelope) return fail('broken');
  const opened = await openEnvelope(envelope, ring);
  if (opened.ok) return bodyOf(opened.value, { ...envelope, _rev: stored._rev }, ring);
  return fail(opened.error.kind === 'no-key' ? 'no-key' : 'broken');
}

/** All live leaves of a document: the winner, and those in conflict with it. */
export async function leavesOf(
  db: CircleDb,
  ring: CircleRing,
  winner: StoredEnvelope,
): Promise<Leaves> {
  const revs = [...(winner._conflicts ?? [])].sort();
  const rest = await Promise.all(revs.map((rev) => db.get(winner._id, { rev })));
  const open: Leaf[] = [];
  const parked: ParkedWhy[] = [];
  for (const stored of [winner, ...rest]) {
    const body = await openStored(stored, ring);
    if (body.ok) open.push({ rev: stored._rev, body: body.value });
    else parked.push(body.error.kind);
  }
  return { open, parked };
}

export async function readLeaves(
  db: CircleDb,
  ring: CircleRing,
  id: string,
): Promise<Leaves | undefined> {
  try {
    return await leavesOf(db, ring, await db.get(id, { conflicts: true }));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export const joinBodies = (bodies: readonly Body[]): Body | undefined =>
  bodies.reduce<Body | undefined>((a, b) => (a ? join(a, b) : b), undefined);

export const joinLeaves = (leaves: readonly Leaf[]): Body | undefined =>
  joinBodies(leaves.map(({ body }) => body));
