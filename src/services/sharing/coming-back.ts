import { fromBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import { isShut, type Safe } from '#device/safe.ts';
import { guarded } from '#device/storage-trouble.ts';
import { type FoundingRecord, verifyFounding } from '#seal/founding.ts';
import { hubApi } from '#sync/hub-api.ts';
import { hubLine, type Send } from '#sync/hub-line.ts';
import type { Timers } from '#sync/timers.ts';
import { openRing, type Ring } from '#trust/recovery-ring.ts';
import { readWords, type SheetKeys } from '#trust/recovery-sheet.ts';
import { keptRow, openRow } from '../keyring.ts';
import { registerRecordId } from '../register-record-id.ts';
import { hubOrigin } from './hub-address.ts';
import { withRing } from './key-chest.ts';
import type { HubApi } from './mailbox.ts';
import { makeOwn } from './own-keys.ts';
import { readRegisterNumber } from './register-number.ts';

/** What stands on a recovery sheet, as a person types it. */
export interface TypedSheet {
  readonly hub: string;
  readonly register: string;
  readonly words: string;
}

export interface ComingBackParts {
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
  readonly send: (hub: string) => Send;
  readonly timers: Timers;
  readonly now: () => number;
}

/** What was typed, once each part of it can be meant. */
interface Asked {
  readonly hub: string;
  readonly register: string;
  readonly words: readonly string[];
}

interface OpenedSheet {
  readonly founding: FoundingRecord;
  readonly sheet: SheetKeys;
  readonly ring: Ring;
}

function readSheet({ hub, register, words }: TypedSheet): Result<Asked, Failure> {
  const origin = hubOrigin(hub);
  if (!origin.ok) return origin;
  const number = readRegisterNumber(register);
  if (number === undefined) return fail('number-not-right');
  const read = readWords(words);
  return read.ok ? ok({ hub: origin.value, register: number, words: read.value }) : read;
}

/** Nothing the hub says is believed before the register's number and the words bear it out. */
async function openSheet(
  { register, words }: Asked,
  api: HubApi,
): Promise<Result<OpenedSheet, Failure>> {
  const told = await api.ring(register);
  if (!told.ok) return told.error.kind === 'unknown' ? fail('no-ring') : told;
  const founding = await verifyFounding(told.value.founding ?? null, register);
  if (!founding.ok) return founding;
  const opened = await openRing(register, fromBase64(told.value.ring) ?? new Uint8Array(), words);
  return opened.ok ? ok({ founding: founding.value, ...opened.value }) : opened;
}

/** A new phone with an account at the hub, which has yet to find its place in the log. */
async function newPhone(
  { hub, register }: Asked,
  { sheet, ring, founding }: OpenedSheet,
  { api, now, here }: { readonly api: HubApi; readonly now: number; readonly here?: KeysRow },
): Promise<Result<KeysRow, Failure>> {
  const made = await makeOwn(register);
  if (!made.ok) return made;
  const { own, newcomer } = made.value;
  const { account, tokenHash } = newcomer;
  const wish = { register, account, tokenHash, at: new Date(now).toISOString() };
  const letIn = await api.recover(wish, sheet.signing.privateKey);
  if (!letIn.ok) return letIn.error.kind === 'unknown' ? fail('no-ring') : letIn;
  const { signing, box, keys } = sheet;
  const bySheet = { signing, box, sign: keys.sign };
  return ok({
    register,
    founding: founding as unknown as KeysRow['founding'],
    circles: await withRing(here?.circles ?? [], ring),
    signingKey: own.sign.privateKey,
    signingPublic: newcomer.device.sign,
    sharedAs: { hub, account, token: own.token, box: own.box, member: '', device: '', bySheet },
    // Who the sheet's steward is stands in the log, which is still to come.
    memberId: here?.memberId ?? registerRecordId(register),
    name: here?.name ?? '',
    openedAt: now,
  });
}

/** As its book brought it, without a place at a hub; undefined where nothing of it is here. */
async function heldHere(
  { device, safe }: ComingBackParts,
  register: string,
): Promise<Result<KeysRow | undefined, Failure<'already-here'>>> {
  const kept = await device.keys.get(register);
  if (kept && isShut(kept) && !safe) return fail('already-here');
  const row = kept && (await openRow(kept, safe));
  const isUnshared =
    row !== undefined && row.sharedAs === undefined && row.signingPublic !== undefined;
  return kept === undefined || isUnshared ? ok(row) : fail('already-here');
}

/**
 * Brings a register back by six words and what its hub keeps, onto a phone that holds nothing of
 * it, or what a book brought. Answers its id; what it holds comes with the first load. `no-ring`: this hub has nothing
 * for a sheet of that register. `wrong-words`: not those of the sheet that was made last.
 */
export async function comeBack(
  typed: TypedSheet,
  parts: ComingBackParts,
): Promise<Result<string, Failure>> {
  const { device, safe, send, timers, now } = parts;
  const asked = readSheet(typed);
  if (!asked.ok) return asked;
  const { hub, register } = asked.value;
  const here = await heldHere(parts, register);
  if (!here.ok) return here;
  const api = hubApi(hubLine({ origin: hub, send: send(hub), timers }));
  const opened = await openSheet(asked.value, api);
  if (!opened.ok) return opened;
  const own = { api, now: now(), ...(here.value && { here: here.value }) };
  const row = await newPhone(asked.value, opened.value, own);
  if (!row.ok) return row;
  const kept = await guarded(async () => device.keys.put(await keptRow(row.value, safe)));
  return kept.ok ? ok(register) : kept;
}
