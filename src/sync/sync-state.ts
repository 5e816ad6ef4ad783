import * as v from 'valibot';
import type { CircleStore } from '#register/circle-store.ts';
import { isConflict, isMissing } from '#register/pouch-trouble.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const stateSchema = v.object({
  /** Of the hub this circle is shared through; another one says that its stores were replaced. */
  generation: v.optional(v.string()),
  /** Hub sequence up to which the first load has come; none: it is done. */
  loading: v.optional(count),
  /** Documents that the first load has brought so far. */
  loadedSoFar: v.optional(count, 0),
  /** Hub sequence at which the first load ended and replication begins; none: it has begun. */
  loaded: v.optional(count),
  /** Own sequence up to which a receipt covers everything. */
  agreed: v.optional(count, 0),
  /** When, in milliseconds since 1970. */
  sharedAt: v.optional(count),
  /** Own sequences after `agreed`, from and to, of what came from the hub. */
  fromHub: v.optional(v.array(v.tuple([count, count])), []),
  /** Own sequence from which the last push was told to begin. */
  pushFrom: v.optional(count, 0),
  /** Own sequence up to which conflicts were looked for. */
  merged: v.optional(count, 0),
  /** Documents to be fetched again, because a leaf of them was left out. */
  later: v.optional(v.array(v.string()), []),
  /** When a few documents were last fetched back and compared, in milliseconds since 1970. */
  lookedBackAt: v.optional(count),
  /** How many of those the hub did not give back as they are here. */
  astray: v.optional(count, 0),
  /** Documents the hub does not take: its reason, and the leaves they had then. */
  denied: v.optional(
    v.record(v.string(), v.object({ reason: v.string(), leaves: v.array(v.string()) })),
    {},
  ),
});

/** What a phone remembers of a circle at its hub. Kept with the circle, gone with it. */
export type SyncState = Readonly<v.InferOutput<typeof stateSchema>>;
export type FromHub = SyncState['fromHub'];

export const nothingKnown: SyncState = v.parse(stateSchema, {});

const place = '_local/patchbook-sync';

interface Stored {
  readonly state: SyncState;
  readonly rev: string | undefined;
}

async function readStored({ db }: Pick<CircleStore, 'db'>): Promise<Stored> {
  try {
    const stored: unknown = await db.use((from) => from.get(place));
    const { _rev, ...fields } = stored as PouchDB.Core.GetMeta & Record<string, unknown>;
    const read = v.safeParse(stateSchema, fields);
    return { state: read.success ? read.output : nothingKnown, rev: _rev };
  } catch (error) {
    if (isMissing(error)) return { state: nothingKnown, rev: undefined };
    throw error;
  }
}

export const readSyncState = async (store: Pick<CircleStore, 'db'>): Promise<SyncState> =>
  (await readStored(store)).state;

/**
 * Over whatever is there: only the tab that leads writes it. `rev`: of what it wrote last, which
 * saves a look. Answers the new one.
 */
export async function keepSyncState(
  store: Pick<CircleStore, 'db'>,
  state: SyncState,
  rev?: string,
): Promise<string> {
  const before = rev ?? (await readStored(store)).rev;
  const doc = { ...state, _id: place, ...(before !== undefined && { _rev: before }) };
  try {
    return (await store.db.use((to) => to.put(doc as never))).rev;
  } catch (error) {
    if (!isConflict(error)) throw error;
    return keepSyncState(store, state);
  }
}

/** Whether a sequence lies in one of the ranges, which are sorted and never touch. */
export const isFromHub = (ranges: FromHub, seq: number): boolean =>
  ranges.some(([from, to]) => seq >= from && seq <= to);

/** The ranges with these sequences in them. */
export function withSequences(ranges: FromHub, sequences: readonly number[]): FromHub {
  const all = [...ranges, ...sequences.map((seq): [number, number] => [seq, seq])];
  all.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of all) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
