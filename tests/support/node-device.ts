import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import PouchDB from 'pouchdb-core';
import type { JsonObject } from '#base/json.ts';
import { ok } from '#base/result.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import { circleStore } from '#register/circle-store.ts';
import { livingDb } from '#register/living-db.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { type RecordWriter, recordWriter } from '#register/record-writer.ts';
import { createSealer } from '#seal/bulk.ts';
import type { Envelope } from '#seal/envelope.ts';
import { writerPseudonym } from '#seal/id-key.ts';
import { withBirth, withChanges } from '#services/book-commands.ts';
import { movingNotices } from '#services/moving.ts';
import { type Rings, ringsOf } from '#services/register-keys.ts';
import { registerRecordId } from '#services/register-record-id.ts';
import { heldOf } from '#services/sharing/key-chest.ts';
import { noticeBook } from '#services/sharing/notices.ts';
import { openCircleMemory } from '#sync/circle-memory.ts';
import { patientLine } from '#sync/patient-line.ts';
import { type RoundReport, type SharedCircle, syncOnce } from '#sync/round.ts';
import { systemTimers } from '#sync/timers.ts';
// It makes LevelDB known to PouchDB as well.
import { type Pouch, tidyLevelDb } from '../../hub/storage/level-db.ts';
import { valueIn } from '../unit/seal/made-up-ring.ts';
import { nobody } from '../unit/services/sharing/support/erasing-phones.ts';
import { lineTo } from '../unit/sync/support/lines.ts';
import type { LetIn } from './node-knock.ts';
import { logInNode } from './node-log.ts';
import { papersIn } from './papers-in.ts';

async function openRings({ joined }: LetIn, register: string): Promise<Rings> {
  const held = await Promise.all([...joined.circles].map(([circle, keys]) => heldOf(circle, keys)));
  return ringsOf({ register, circles: held.filter((one) => one !== undefined) });
}

const openDb = (path: string) =>
  new PouchDB<Envelope>(path, { adapter: 'hub-level', revs_limit: 100 });

function openCircles(folder: string, rings: Rings): CircleStores {
  mkdirSync(folder, { recursive: true });
  const sealer = createSealer();
  const held = circles.flatMap((circle) => {
    const ring = rings[circle]?.ring;
    const path = join(folder, circle);
    return ring
      ? [
          [
            circle,
            circleStore(
              livingDb(path, () => openDb(path)),
              ring,
              sealer,
            ),
          ],
        ]
      : [];
  });
  return Object.fromEntries(held);
}

async function namesOf(rings: Rings, deviceId: string) {
  const named = circles.map(async (circle) => {
    const idKey = rings[circle]?.ring.idKey;
    return [circle, idKey ? await writerPseudonym(idKey, deviceId) : ''] as const;
  });
  return Object.fromEntries(await Promise.all(named));
}

const writing = (writer: RecordWriter, memberId: string) => ({
  change: async (ref: Ref, values: JsonObject): Promise<void> => {
    const born = { memberId, now: Date.now };
    const written = await writer.write(ref, (current) =>
      ok(current ? withChanges(current, values) : withBirth(ref.type, values, born)),
    );
    if (!written.ok) throw new Error(JSON.stringify(written.error));
  },
});

const signing = ({ own, signedBy }: LetIn) => ({
  ...{ signedBy, signingKey: own.sign.privateKey },
  ...{ now: Date.now, newId: () => crypto.randomUUID() },
});

export type NodeDevice = Awaited<ReturnType<typeof nodeDevice>>;

/** A phone without a browser: the app's own rooms over LevelDB in `folder`, let in by an invite. */
export async function nodeDevice(folder: string, letIn: LetIn) {
  const { joined, hub, bearer } = letIn;
  const { register } = joined.state.root;
  const rings = await openRings(letIn, register);
  const stores = openCircles(folder, rings);
  const memberId = joined.state.members.get(joined.member)?.person ?? registerRecordId(register);
  const writer = recordWriter({
    stores: { ...stores, device: nobody },
    writers: { device: '', ...(await namesOf(rings, joined.device)) },
    ...{ now: Date.now, lock: (_, work) => work(), register },
    moving: movingNotices({
      circles: stores,
      notices: () => ({ ...signing(letIn), memberId, writer }),
      heardOf: () => papersIn(stores, 'notice'),
    }),
  });
  const { change } = writing(writer, memberId);
  const log = await logInNode(letIn, stores, rings);
  const notices = noticeBook({
    ...{ circles: stores, heardOf: () => papersIn(stores, 'notice') },
    // It keeps nothing but its circles.
    forget: async () => ok(null),
    rescue: async () => ok(null),
  });
  const shared: SharedCircle[] = [];
  for (const [circle, store] of heldCircles(stores))
    shared.push({ circle, store: () => store, memory: await openCircleMemory(store) });

  const takeIn = async (): Promise<void> => {
    const followed = valueIn(await notices.follow(await log.read()));
    if (followed.notices.length === 0) return;
    const id = registerRecordId(joined.device.slice(0, 32));
    await change(
      { type: 'acknowledgement', id },
      { share: 'members', device: joined.device, notices: [...followed.notices].sort() },
    );
  };

  const round = async (): Promise<RoundReport> =>
    valueIn(
      await syncOnce({
        ...{ register, circles: shared, onPulled: takeIn, now: Date.now, random: Math.random },
        line: patientLine(lineTo(hub, bearer), systemTimers),
        erased: async (circle: Circle) => notices.erased(await log.read(), circle),
        lock: (_, work) => work(),
      }),
    );

  return {
    ...{ round, change, register },
    places: () => papersIn(stores, 'place'),
    /** Values of a record as it stands here. */
    read: async (ref: Ref): Promise<JsonObject> => writer.valuesOf(await writer.read(ref)),
    /** Tidies up: LevelDB keeps what was deleted until it happens to. */
    close: async (): Promise<void> => {
      for (const [, { db }] of heldCircles(stores)) {
        await db.use((open) => tidyLevelDb(open as unknown as Pouch));
        await db.close();
      }
    },
  };
}
