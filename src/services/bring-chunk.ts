import type { JsonObject } from '#base/json.ts';
import { ok, type Result } from '#base/result.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Home, homes } from '#domain/sharing/level.ts';
import { type HomeStores, heldHomes, type NewBody } from '#register/home-store.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import type { Arriving, SaveFailure } from './book.ts';
import { withBirth } from './book-commands.ts';
import type { BringInParts } from './bring-in-parts.ts';
import { revive } from './revive.ts';
import { toldInWords } from './told-in-words.ts';

export interface Tally {
  added: number;
  already: number;
  refused: number;
  changed: number;
}

/** The import they belong to. */
interface Act {
  readonly batchId: string;
  readonly tally: Tally;
  readonly about: { readonly from: string };
}

/** A few things on their way in, checked against what is here. */
interface Checked {
  readonly fresh: readonly AnyRecord[];
  /** Something stands under their ids, or did. */
  readonly held: readonly AnyRecord[];
  readonly refused: number;
}

const isHeld = async (stores: HomeStores, refs: readonly Ref[]): Promise<readonly boolean[]> => {
  const answers = await Promise.all(heldHomes(stores).map((home) => stores[home]?.has(refs)));
  return refs.map((_, index) => answers.some((held) => held?.[index]));
};

const parseArriving = (items: readonly Arriving[], batchId: string, parts: BringInParts) =>
  items.map(({ id, type, values }) => {
    const born = withBirth(type, values, parts);
    const source = { ...(born['source'] as JsonObject), batchId };
    return parseRecord({ ...born, source, id, type });
  });

/** `before`: those that are still being written, and are held as soon as they are. */
async function check(
  parts: BringInParts,
  items: readonly Arriving[],
  { batchId, before }: { batchId: string; before: readonly AnyRecord[] },
): Promise<Checked> {
  const parsed = parseArriving(items, batchId, parts);
  const records = parsed.flatMap((result) => (result.ok ? [result.value] : []));
  const stored = await isHeld(
    parts.stores,
    records.map(({ type, id }) => ({ type, id })),
  );
  const arriving = new Set(before.map(({ id }) => id));
  const isHere = records.map(({ id }, index) => stored[index] === true || arriving.has(id));
  return {
    fresh: records.filter((_, index) => !isHere[index]),
    held: records.filter((_, index) => isHere[index]),
    refused: parsed.length - records.length,
  };
}

const bodiesByHome = (writer: RecordWriter, records: readonly AnyRecord[]) => {
  const byHome: Record<Home, NewBody[]> = { device: [], team: [], members: [] };
  for (const record of records) {
    const ref = { type: record.type, id: record.id };
    const bodies = writer.newBodies(ref, record);
    for (const home of homes) {
      const body = bodies[home];
      if (body) byHome[home].push({ ref, body });
    }
  }
  return byHome;
};

async function addNew({ writer, stores }: BringInParts, records: readonly AnyRecord[]) {
  const byHome = bodiesByHome(writer, records);
  for (const home of homes) {
    if (byHome[home].length === 0) continue;
    const written = await stores[home]?.addMany(byHome[home]);
    if (written && !written.ok) return written;
  }
  return ok(null);
}

async function put(
  parts: BringInParts,
  { fresh, held, refused }: Checked,
  { tally, about }: Act,
): Promise<Result<null, SaveFailure>> {
  tally.refused += refused;
  const added = await addNew(parts, fresh);
  if (!added.ok) return added;
  tally.added += fresh.length;
  for (const record of held) {
    const revived = await revive(parts.writer, record, { isCopy: about.from === 'import-copy' });
    if (!revived.ok) return revived;
    tally[revived.value] += 1;
  }
  return ok(null);
}

/**
 * Takes things in, a few at a time. While some are being written the next are checked: most of
 * either is waiting for the disk. `bring` resolves with how the one before it ended.
 */
export function chunkBringer(parts: BringInParts, act: Act) {
  let before: readonly AnyRecord[] = [];
  let writing: Promise<Result<null, SaveFailure>> = Promise.resolve(ok(null));
  return {
    bring: async (items: readonly Arriving[]): Promise<Result<null, SaveFailure>> => {
      // Neither is left running: what failed is taken back next.
      const [checked, written] = await Promise.all([
        toldInWords(async () => ok(await check(parts, items, { batchId: act.batchId, before }))),
        writing,
      ]);
      if (!written.ok) return written;
      if (!checked.ok) return checked;
      before = checked.value.fresh;
      writing = toldInWords(() => put(parts, checked.value, act));
      return written;
    },
    /** How the last one ended. */
    end: () => writing,
  };
}
