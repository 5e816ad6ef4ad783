import type { Pouch } from './level-db.ts';

type Fields = Readonly<Record<string, unknown>>;

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 404;

/** A document of the database's own, which never replicates; its fields without bookkeeping. */
export async function readLocal(db: Pouch, id: string): Promise<Fields | undefined> {
  try {
    const { _id, _rev, ...fields } = await db.get(id);
    return fields;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whatever was there before goes. On disk when it resolves. */
export async function writeLocal(db: Pouch, id: string, fields: Fields): Promise<void> {
  const rev = await db.get(id).then(
    ({ _rev }) => ({ _rev }),
    (error: unknown) => {
      if (isMissing(error)) return {};
      throw error;
    },
  );
  await db.put({ ...fields, _id: id, ...rev });
}
