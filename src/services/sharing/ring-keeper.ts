import { fromBase64, toBase64 } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { LogState } from '#trust/log.ts';
import type { Ring } from '#trust/recovery-ring.ts';
import type { NewSheet } from '#trust/recovery-sheet.ts';
import { ringOf } from './key-chest.ts';
import type { LogKeeper } from './log-keeper.ts';
import type { HubApi } from './mailbox.ts';
import { mineIn } from './mine.ts';
import type { Did, SharingFailure } from './sharing.ts';
import { isRingDue, liveSheets, sheetOf } from './sheets.ts';
import type { SharingParts } from './tools.ts';

interface RingParts extends Pick<SharingParts, 'device' | 'keyring' | 'sharedAs'> {
  readonly register: string;
  readonly log: LogKeeper;
  readonly api: HubApi;
}

interface Lock {
  readonly device: { readonly sign: string; readonly box: string };
  readonly salt: string;
}

const ringHere = async ({ keyring, register }: RingParts): Promise<Ring> =>
  ringOf((await keyring.get(register))?.circles ?? []);

async function put(parts: RingParts, lock: Lock): Did {
  const { register, api } = parts;
  const { sealRing } = await import('#trust/recovery-ring.ts');
  const sealed = await sealRing(register, lock, await ringHere(parts));
  if (!sealed.ok) return sealed;
  const { sign } = lock.device;
  const told = await api.putRing(register, { ring: toBase64(sealed.value), sign });
  return told.ok ? ok(null) : told;
}

const bytesIn = (text: string) => fromBase64(text) ?? new Uint8Array();
const keyOf = (register: string) => `ring-put:${register}`;

/** Changes with each key that a sheet would have to open. */
const markOf = (sheet: string, { epochs }: LogState): string =>
  [sheet, epochs.members.current?.act.k, epochs.team.current?.act.k].join(' ');

/** The salt stands in clear before the sealed part, and is as long as `own`. */
async function saltAtHub({ api, register }: RingParts, own: string): Did<string | undefined> {
  const told = await api.ring(register);
  if (told.ok) return ok(toBase64(bytesIn(told.value.ring).slice(0, bytesIn(own).length)));
  return told.error.kind === 'unknown' ? ok(undefined) : fail(told.error.kind);
}

/** A steward's recovery sheet, and the ring that it opens. */
export function ringKeeper(parts: RingParts) {
  const { device, register, log, sharedAs } = parts;

  const notePut = (sheet: string, state: LogState): Promise<Result<unknown, SharingFailure>> =>
    guarded(() => device.preferences.put({ key: keyOf(register), value: markOf(sheet, state) }));

  /** Puts the ring anew where a key came since, or where it went with an account that ended. */
  const keepFresh = async (): Did => {
    const state = await log.read();
    const me = mineIn(state, sharedAs);
    const sheet = me?.role === 'steward' ? sheetOf(state, me.name) : undefined;
    if (sheet?.box === undefined) return ok(null);
    const atHub = await saltAtHub(parts, sheet.salt);
    if (!atHub.ok) return atHub;
    const kept = await device.preferences.get(keyOf(register));
    const isFresh = kept?.value === markOf(sheet.name, state);
    if (!isRingDue({ sheet, live: liveSheets(state), atHub: atHub.value, isFresh }))
      return ok(null);
    const { sign, box, salt, name } = sheet;
    const done = await put(parts, { device: { sign, box }, salt });
    if (!done.ok) return done;
    const noted = await notePut(name, state);
    return noted.ok ? ok(null) : noted;
  };

  /**
   * Makes a sheet count whose words a person has written down. First the ring: a sheet that the
   * hub knows nothing of would be found out on the day it is needed. Those before it end.
   */
  const begin = async ({ keys, salt }: NewSheet): Did => {
    const before = await log.read();
    const me = mineIn(before, sharedAs);
    if (me?.role !== 'steward') return fail('not-allowed-here');
    const stored = await put(parts, { device: keys, salt });
    if (!stored.ok) return stored;
    const signed = await log.sign({ kind: 'recovery', member: me.name, device: keys, salt });
    if (!signed.ok) return signed;
    for (const { sheet } of liveSheets(before)) {
      const ended = await log.sign({ kind: 'remove-device', device: sheet.name, why: 'replaced' });
      if (!ended.ok) return ended;
    }
    return ok(null);
  };

  /** The list of words is large, and stewards alone ever draw of it. */
  const draw = async (): Did<NewSheet> => (await import('#trust/recovery-sheet.ts')).makeSheet();

  return { draw, begin, keepFresh };
}
