import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import type { JsonObject } from '#base/json.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { packBody } from '#domain/merge/pack.ts';
import { readBody } from '#domain/merge/read.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { type CircleStore, circleStore } from '#register/circle-store.ts';
import { everyLeaf } from '#register/every-leaf.ts';
import { livingDb } from '#register/living-db.ts';
import { bodyWith } from '#register/next-body.ts';
import { createSealer } from '#seal/bulk.ts';
import { deriveCircleKeys, makeCircleSecret } from '#seal/circle-keys.ts';
import { type CircleRing, circleRing } from '#seal/circle-ring.ts';
import type { Envelope } from '#seal/envelope.ts';
import type { LeafDoc } from '#seal/gate.ts';
import { makeIdKey } from '#seal/id-key.ts';
import { type CircleMemory, openCircleMemory } from '#sync/circle-memory.ts';
import { type HubLine, hubLine } from '#sync/hub-line.ts';
import { patientLine } from '#sync/patient-line.ts';
import { type RoundParts, type RoundReport, syncOnce } from '#sync/round.ts';
import { systemTimers, type Timers } from '#sync/timers.ts';
import type { HostedRegister, MadeUpAccount } from '../unit/hub/support/running-hub.ts';
import { valueIn } from '../unit/seal/made-up-ring.ts';
import { sendNow } from '../unit/sync/support/lines.ts';

PouchDB.plugin(memory);

let made = 0;
let clock = Date.parse('2026-11-01T10:00:00Z');

/** Short pauses take no time; only what guards against a line that hangs is as long as ever. */
export const timers: Timers = {
  after: (ms, work) => systemTimers.after(ms < 10_000 ? 0 : ms, work),
};

export const makeRing = async (register: string, circle: Circle = 'members') =>
  circleRing(await makeIdKey(), [
    await deriveCircleKeys(makeCircleSecret(), { circle: `${register}-${circle}`, epoch: 1 }),
  ]);

export const refAt = (at: number): Ref => ({
  type: 'place',
  id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
});

export interface PhoneParts {
  readonly register: Pick<HostedRegister, 'id'>;
  readonly account: Pick<MadeUpAccount, 'bearer'>;
  readonly ring: CircleRing;
  /** Of the hub, or of what stands before it. */
  readonly origin: string;
  readonly circle?: Circle;
}

export interface TestPhone {
  readonly store: CircleStore;
  /** How it shows itself to the hub. */
  readonly bearer: string;
  readonly line: HubLine;
  /** The same, which says nothing twice by itself. */
  readonly plainLine: HubLine;
  /** Another one after `restart`. */
  memory(): CircleMemory;
  /** As after the app was killed: what was only in memory is gone. */
  restart(): Promise<void>;
  /** `offMs`: how far its clock is off. */
  say(at: number, words: object, offMs?: number): Promise<void>;
  /** Canonical text of what it shows of a record. */
  read(at: number): Promise<string>;
  /** What it shows of a record, plainly. */
  values(at: number): Promise<JsonObject>;
  round(more?: Partial<RoundParts>): Promise<RoundReport>;
  /** The same, where a failure is expected. */
  attempt(more?: Partial<RoundParts>): ReturnType<typeof syncOnce>;
  /** Every leaf with its revision and content: equal stores, equal texts. */
  content(): Promise<readonly string[]>;
  leaves(): Promise<readonly LeafDoc[]>;
}

/** A phone as the app has it, its store in memory. */
export async function aPhone(parts: PhoneParts): Promise<TestPhone> {
  const { register, account, ring, origin, circle = 'members' } = parts;
  made += 1;
  const name = `sync-phone-${process.pid}-${made}`;
  const writer = made.toString(16).padStart(16, '0');
  const open = () => new PouchDB<Envelope>(name, { adapter: 'memory', revs_limit: 100 });
  const store = circleStore(livingDb(name, open), ring, createSealer());
  let known = await openCircleMemory(store);
  const bearer = account.bearer.replace('Bearer ', '');
  const plainLine = hubLine({ origin, bearer, send: sendNow, timers });
  const line = patientLine(plainLine, timers);

  const say = async (at: number, words: object, offMs = 0): Promise<void> => {
    const ref = refAt(at);
    clock += 1_000;
    const facets = { device: {}, team: {}, members: {}, [circle]: { name: 'x', ...words } };
    const written = await store.write(ref, (current) =>
      bodyWith(current, { ref, home: circle, facets, now: clock + offMs, writer }),
    );
    if (!written.ok) throw new Error(written.error.kind);
  };

  const attempt = (more: Partial<RoundParts> = {}) =>
    syncOnce({
      line,
      register: register.id,
      circles: [{ circle, store: () => store, memory: known }],
      erased: async () => new Set(),
      onPulled: async () => {},
      lock: (_, work) => work(),
      now: () => clock,
      random: Math.random,
      ...more,
    });

  const round = async (more?: Partial<RoundParts>) => valueIn(await attempt(more));

  const leaves = async () => {
    const all: LeafDoc[] = [];
    for await (const leaf of everyLeaf(store)) all.push(leaf as unknown as LeafDoc);
    return all;
  };

  return {
    store,
    bearer,
    line,
    plainLine,
    memory: () => known,
    restart: async () => {
      known = await openCircleMemory(store);
    },
    say,
    read: async (at) => {
      const body = await store.read(refAt(at));
      return body ? canonicalText(packBody(body)) : 'none';
    },
    values: async (at) => {
      const body = await store.read(refAt(at));
      return body ? readBody(body).values : {};
    },
    round,
    attempt,
    leaves,
    content: async () =>
      (await leaves())
        .map(({ _revisions, ...leaf }) => JSON.stringify(Object.entries(leaf).sort()))
        .sort(),
  };
}
