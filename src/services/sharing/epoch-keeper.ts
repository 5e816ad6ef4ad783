import { toBase64 } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { SharedAs } from '#device/device-db.ts';
import type { StorageFailure } from '#device/storage-trouble.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { everyLeaf } from '#register/every-leaf.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import { isLate, type LeafName } from '#seal/closed-epochs.ts';
import { closes, closingList } from '#trust/closing-list.ts';
import type { LogState } from '#trust/log.ts';
import { makeEpoch } from '#trust/make-epoch.ts';
import { openEpoch } from '#trust/open-epoch.ts';
import { rankOf } from '#trust/roles.ts';
import { withBirth } from '../book-commands.ts';
import type { Keyring } from '../keyring.ts';
import { keysOfEpoch, type Rings } from '../register-keys.ts';
import { addToChest, hoardOf } from './key-chest.ts';
import type { LogKeeper } from './log-keeper.ts';
import { mineIn } from './mine.ts';
import type { SharingFailure } from './sharing.ts';

export interface EpochParts {
  readonly register: string;
  readonly sharedAs: SharedAs;
  readonly keyring: Keyring;
  readonly circles: CircleStores;
  readonly rings: Rings;
  readonly log: LogKeeper;
  readonly writer: Pick<RecordWriter, 'create'>;
  readonly memberId: string;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface Learned {
  /** Circles of which a key came that this phone had not. */
  readonly circles: readonly Circle[];
  /** One of them was not open at all: the register must be opened anew. */
  readonly isWider: boolean;
}

async function learnIn(
  { register, sharedAs, keyring, rings }: EpochParts,
  state: LogState,
  circle: Circle,
): Promise<Result<boolean, StorageFailure>> {
  const held = rings[circle]?.ring.byKeyId;
  const missing = state.epochs[circle].all.filter(({ act }) => !held?.has(act.k)).reverse();
  const own = { name: sharedAs.device, box: sharedAs.box };
  for (const { act } of missing) {
    // The newest that opens tells of all before it; one that does not open is not for this phone.
    const opened = await openEpoch(register, act, own);
    if (!opened.ok) continue;
    const kept = await addToChest(keyring, register, circle, opened.value);
    if (!kept.ok) return kept;
    const row = kept.value?.circles.find((one) => one.circle === circle);
    const keys = row?.epochs.map((epoch) => keysOfEpoch(register, circle, epoch)) ?? [];
    rings[circle]?.learn(await Promise.all(keys));
    return ok(true);
  }
  return ok(false);
}

/** Takes the keys that the log holds for this phone, into what is open and onto the disk. */
export async function learnEpochs(
  parts: EpochParts,
  state: LogState,
): Promise<Result<Learned, StorageFailure>> {
  const learned: Circle[] = [];
  for (const circle of circles) {
    const done = await learnIn(parts, state, circle);
    if (!done.ok) return done;
    if (done.value) learned.push(circle);
  }
  return ok({ circles: learned, isWider: learned.some((circle) => !parts.circles[circle]) });
}

/** Without what an earlier list left out. */
async function standingLeaves(store: CircleStore): Promise<readonly LeafName[]> {
  const leaves: LeafName[] = [];
  for await (const { _id, _rev, _deleted, k } of everyLeaf(store)) {
    const leaf = { id: String(_id), rev: String(_rev) };
    if (!_deleted && !(await isLate(store.ring, { ...leaf, k: String(k) }))) leaves.push(leaf);
  }
  return leaves;
}

/** Bytes: in base64, and with the rest of a record, they fit a sealed body. */
const partLength = 80_000;

/** Before the act that tells of it: a list that never came would set aside all there is. */
async function writeList(
  parts: EpochParts,
  circle: Circle,
  list: Awaited<ReturnType<typeof closingList>>,
): Promise<Result<string, SharingFailure>> {
  const hash = await closes(list);
  // Of a circle that holds nothing the hash says all, and no part of a list would be a whole record.
  const count = Math.ceil(list.length / partLength);
  for (let part = 0; part < count; part += 1) {
    const marks = toBase64(list.slice(part * partLength, (part + 1) * partLength));
    const values = { share: circle, closes: hash, part, parts: count, marks };
    const ref = { type: 'closing-list', id: parts.newId() } as const;
    const written = await parts.writer.create(ref, withBirth('closing-list', values, parts));
    if (!written.ok) return fail(written.error.kind === 'disk-full' ? 'disk-full' : 'storage-lost');
  }
  return ok(hash);
}

async function renewOne(
  parts: EpochParts,
  state: LogState,
  [circle, store]: readonly [Circle, CircleStore],
): Promise<Result<null, SharingFailure>> {
  const row = await parts.keyring.get(parts.register);
  const held = row?.circles.find((one) => one.circle === circle);
  if (!held) return fail('broken');
  const isFirst = state.epochs[circle].current === undefined;
  const list = isFirst ? undefined : await closingList(await standingLeaves(store));
  const told = list ? await writeList(parts, circle, list) : ok(undefined);
  if (!told.ok) return told;
  const hoard = await hoardOf(held);
  const made = await makeEpoch({ state, circle, hoard, closes: told.value });
  if (!made.ok) return made;
  const signed = await parts.log.sign(made.value.act);
  return signed.ok ? ok(null) : signed;
}

/**
 * Makes the keys that the log says are needed, if this phone may: after somebody left, a circle is
 * sealed anew. Answers whether one was made.
 */
export async function renewEpochs(parts: EpochParts): Promise<Result<boolean, SharingFailure>> {
  let isRenewed = false;
  for (const held of heldCircles(parts.circles)) {
    const state = await parts.log.read();
    const me = mineIn(state, parts.sharedAs);
    const isNeeded = state.epochs[held[0]].needsNext !== undefined;
    if (!isNeeded || !me || rankOf(me.role) === 0) continue;
    const made = await renewOne(parts, state, held);
    if (!made.ok) return made;
    isRenewed = true;
  }
  return ok(isRenewed);
}
