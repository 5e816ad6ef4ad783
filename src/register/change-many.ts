import { ok, type Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import { packBody } from '#domain/merge/pack.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Envelope } from '#seal/envelope.ts';
import type { CircleStore } from './circle-store.ts';
import type { WriteFailure } from './home-store.ts';
import { bodyOf, envelopeOf, type StoredEnvelope } from './leaves.ts';
import { isConflict, storeFailure } from './pouch-trouble.ts';

/** What stands under one id: a body and the revision it was read at. */
export interface HeldBody {
  readonly body: Body;
  readonly rev: string;
}

/** `odd`: there, but in conflict or not to be opened; such a one is read and written by itself. */
export type Found = HeldBody | 'nothing' | 'odd';

export interface Change extends HeldBody {
  readonly ref: Ref;
}

type Row = PouchDB.Core.AllDocsResponse<object>['rows'][number] | PouchDB.Core.AllDocsMeta;

const storedIn = (row: Row | undefined): StoredEnvelope | 'nothing' => {
  const isHere = row && 'doc' in row && row.doc && !('deleted' in row.value && row.value.deleted);
  return isHere ? (row.doc as StoredEnvelope) : 'nothing';
};

async function openFound(store: CircleStore, docs: readonly StoredEnvelope[]): Promise<Found[]> {
  const plain = docs.filter(({ _conflicts }) => !_conflicts?.length);
  const sound = plain.flatMap((doc) => {
    const envelope = envelopeOf(doc);
    return envelope ? [{ doc, envelope }] : [];
  });
  const opened = await store.sealer.openMany(
    sound.map(({ envelope }) => envelope),
    store.ring,
  );
  const found = new Map<string, Found>();
  for (const [index, { doc, envelope }] of sound.entries()) {
    const result = opened[index];
    const named = { ...envelope, _rev: doc._rev };
    const body = result?.ok ? await bodyOf(result.value, named, store.ring) : result;
    if (body?.ok) found.set(doc._id, { body: body.value as Body, rev: doc._rev });
  }
  return docs.map(({ _id }) => found.get(_id) ?? 'odd');
}

/** What a circle holds of these, asked for in one go. */
export async function findMany(
  store: CircleStore,
  refs: readonly Ref[],
): Promise<readonly Found[]> {
  const keys = await Promise.all(refs.map(store.idOf));
  const asked = { keys, include_docs: true, conflicts: true };
  const { rows } = await store.db.use((db) => db.allDocs(asked));
  const stored = rows.map(storedIn);
  const docs = stored.filter((each) => each !== 'nothing');
  const found = await openFound(store, docs);
  const byId = new Map(docs.map((doc, index) => [doc._id, found[index] ?? 'odd']));
  return stored.map((each) => (each === 'nothing' ? each : (byId.get(each._id) ?? 'odd')));
}

/**
 * Writes what each is to be next, in one transaction. Answers those that another tab or phone was
 * quicker with: they are as they were.
 */
export async function changeMany(
  store: CircleStore,
  changes: readonly Change[],
): Promise<Result<readonly Ref[], WriteFailure>> {
  const items = await Promise.all(
    changes.map(async ({ ref, body }) => ({ id: await store.idOf(ref), body: packBody(body) })),
  );
  const sealed = await store.sealer.sealMany(items, store.ring);
  const envelopes: (Envelope & { _rev: string })[] = [];
  for (const [index, result] of sealed.entries()) {
    if (!result.ok) return result;
    envelopes.push({ ...result.value, _rev: changes[index]?.rev ?? '' });
  }
  try {
    const late = await store.db.use(async (db) => {
      const answers = await db.bulkDocs(envelopes);
      const trouble = answers.find((answer) => 'error' in answer && !isConflict(answer));
      if (trouble) throw trouble;
      return answers.map(isConflict);
    });
    return ok(changes.flatMap(({ ref }, at) => (late[at] ? [ref] : [])));
  } catch (error) {
    return storeFailure(error);
  }
}
