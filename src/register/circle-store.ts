import { fail, ok, type Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import { packBody } from '#domain/merge/pack.ts';
import { isBare } from '#domain/merge/read.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Sealer } from '#seal/bulk.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import type { Envelope } from '#seal/envelope.ts';
import { envelopeId } from '#seal/id-key.ts';
import { compactDocument } from './compact.ts';
import type { BodyEdit, HomeStore, NewBody, WriteFailure } from './home-store.ts';
import { joinLeaves, type Leaf, type Leaves, readLeaves } from './leaves.ts';
import type { LivingDb } from './living-db.ts';
import type { CircleDb } from './pouch.ts';
import { isConflict, storeFailure } from './pouch-trouble.ts';

export interface CircleStore extends HomeStore {
  readonly db: LivingDb;
  readonly ring: CircleRing;
  readonly sealer: Sealer;
  idOf(ref: Ref): Promise<string>;
}

const attempts = 5;
type Written = Result<null, WriteFailure>;

/** An envelope that is there already is no trouble: it was brought in before. */
async function putAll(to: CircleDb, envelopes: Envelope[]): Promise<void> {
  const answers = await to.bulkDocs(envelopes);
  const trouble = answers.find((answer) => 'error' in answer && !isConflict(answer));
  if (trouble) throw trouble;
}

/** One circle of one register: sealed documents in PouchDB, opened and joined on the way out. */
export function circleStore(db: LivingDb, ring: CircleRing, sealer: Sealer): CircleStore {
  const idOf = ({ type, id }: Ref) => envelopeId(ring.idKey, type, id);
  const leaves = async (from: CircleDb, id: string): Promise<Leaves> =>
    (await readLeaves(from, ring, id)) ?? { open: [], parked: [] };

  const sealAll = async (items: readonly { id: string; body: Body }[]) => {
    const packed = items.map(({ id, body }) => ({ id, body: packBody(body) }));
    const sealed = await sealer.sealMany(packed, ring);
    const envelopes: Envelope[] = [];
    for (const result of sealed) {
      if (!result.ok) return result;
      envelopes.push(result.value);
    }
    return ok(envelopes);
  };

  /** Never in one bulkDocs with the merge: a 409 beside accepted deletes loses a body. */
  const removeLeaves = async (from: CircleDb, id: string, gone: readonly Leaf[]) => {
    for (const { rev } of gone) await from.remove(id, rev);
  };

  const writeOnce = async (to: CircleDb, id: string, edit: BodyEdit): Promise<Written> => {
    const { open, parked } = await leaves(to, id);
    if (parked.includes('newer')) return fail('newer');
    const [best, ...others] = open;
    const next = edit(joinLeaves(open));
    if (!best || !sameJson(packBody(best.body), packBody(next))) {
      const sealed = await sealAll([{ id, body: next }]);
      if (!sealed.ok) return sealed;
      const [envelope] = sealed.value;
      if (envelope) await to.put(best ? { ...envelope, _rev: best.rev } : envelope);
    }
    await removeLeaves(to, id, others);
    return ok(null);
  };

  const write = async (ref: Ref, edit: BodyEdit): Promise<Written> => {
    const id = await idOf(ref);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      try {
        return await db.use((to) => writeOnce(to, id, edit));
      } catch (error) {
        if (!isConflict(error)) return storeFailure(error);
      }
    }
    return fail('storage-lost');
  };

  const addMany = async (items: readonly NewBody[]): Promise<Written> => {
    const bodies = await Promise.all(
      items.map(async ({ ref, body }) => ({ id: await idOf(ref), body })),
    );
    const sealed = await sealAll(bodies);
    if (!sealed.ok) return sealed;
    try {
      await db.use((to) => putAll(to, sealed.value));
      return ok(null);
    } catch (error) {
      return storeFailure(error);
    }
  };

  const has = async (refs: readonly Ref[]): Promise<readonly boolean[]> => {
    const keys = await Promise.all(refs.map(idOf));
    const { rows } = await db.use((from) => from.allDocs({ keys }));
    return rows.map((row) => 'value' in row && !row.value.deleted);
  };

  const leave = async (ref: Ref): Promise<Written> => {
    try {
      const id = await idOf(ref);
      await db.use(async (from) => {
        await removeLeaves(from, id, (await leaves(from, id)).open);
        await compactDocument(from, id);
      });
      return ok(null);
    } catch (error) {
      return storeFailure(error);
    }
  };

  const read = async (ref: Ref) => {
    const id = await idOf(ref);
    const body = joinLeaves((await db.use((from) => leaves(from, id))).open);
    return body && !isBare(body) ? body : undefined;
  };
  return { db, ring, sealer, idOf, read, has, write, addMany, leave };
}
