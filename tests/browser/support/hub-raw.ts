import type { Circle } from '#domain/sharing/level.ts';
import { farTimeout, goTo } from './neighbours.ts';
import type { Phone } from './open-phone.ts';
import { databaseNames } from './raw-storage.ts';

/** How a phone shows itself to its hub, read past the app. */
export interface HubKey {
  readonly register: string;
  readonly account: string;
  readonly token: string;
}

/** As the phone of the one register on it says it to its hub: on its disk it is behind a lock. */
export async function hubKeyOf(phone: Phone, origin: string): Promise<HubKey> {
  const { page } = phone;
  const bearing = page.waitForRequest(
    async (request) => (await request.headerValue('authorization')) !== null,
    farTimeout,
  );
  await goTo(phone, `${origin}/list`);
  const said = await (await bearing).headerValue('authorization');
  const [account = '', token = ''] = said?.replace('Bearer ', '').split('.') ?? [];
  const names = await databaseNames(page);
  const register = names.map((name) => /^pb-([0-9a-f]{32})-/.exec(name)?.[1]).find(Boolean);
  if (!register) throw new Error('no register here');
  return { register, account, token };
}

export interface Sealed {
  readonly _id: string;
  readonly _rev: string;
  readonly _deleted?: true;
  /** Key id and epoch. */
  readonly k?: string;
  readonly e?: number;
  readonly c?: string;
}

export interface RawHub {
  readonly origin: string;
  readonly key: HubKey;
}

export const askHub = ({ origin, key }: RawHub, path: string, body?: unknown): Promise<Response> =>
  fetch(`${origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${key.account}.${key.token}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

interface Changes {
  readonly results: readonly {
    readonly id: string;
    readonly changes: readonly { rev: string }[];
  }[];
}

interface Many {
  readonly results: readonly { readonly docs: readonly { readonly ok?: Sealed }[] }[];
}

/** Every leaf that the hub keeps of a circle. */
export async function hubLeaves(hub: RawHub, circle: Circle): Promise<readonly Sealed[]> {
  const db = `/db/${hub.key.register}-${circle}`;
  const changes = await askHub(hub, `${db}/_changes?style=all_docs`);
  if (!changes.ok) throw new Error(`the hub answers ${changes.status}`);
  const { results } = (await changes.json()) as Changes;
  const docs = results.flatMap(({ id, changes: revs }) => revs.map(({ rev }) => ({ id, rev })));
  if (docs.length === 0) return [];
  const many = await askHub(hub, `${db}/_bulk_get`, { docs });
  return ((await many.json()) as Many).results.flatMap(({ docs: found }) =>
    found.flatMap(({ ok }) => ok ?? []),
  );
}

/** Those that were not there before. */
export const leavesSince = (
  before: readonly Sealed[],
  now: readonly Sealed[],
): readonly Sealed[] => {
  const known = new Set(before.map(({ _id, _rev }) => _id + _rev));
  return now.filter(({ _id, _rev }) => !known.has(_id + _rev));
};

/** Every revision that a phone itself keeps of a circle, as sealed there. */
export const sealedOn = ({ page }: Phone, register: string, circle: Circle) =>
  page.evaluate(
    (name) =>
      new Promise<readonly Sealed[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const asking = db.transaction('by-sequence').objectStore('by-sequence').getAll();
          asking.onerror = () => reject(asking.error);
          asking.onsuccess = () => {
            db.close();
            const rows = asking.result as (Omit<Sealed, '_id' | '_rev'> & {
              _doc_id_rev: string;
            })[];
            resolve(
              rows.map(({ _doc_id_rev, ...sealed }) => {
                const [_id = '', _rev = ''] = _doc_id_rev.split('::');
                return { ...sealed, _id, _rev };
              }),
            );
          };
        };
      }),
    `_pouch_pb-${register}-${circle}`,
  );

/** Puts a first revision there as a hub could that plays along with somebody who is gone. */
export function slipIn(hub: RawHub, circle: Circle, sealed: readonly Sealed[]): Promise<Response> {
  const docs = sealed.map((doc) => ({
    ...doc,
    _revisions: { start: 1, ids: [doc._rev.slice('1-'.length)] },
  }));
  return askHub(hub, `/db/${hub.key.register}-${circle}/_bulk_docs`, { docs, new_edits: false });
}
