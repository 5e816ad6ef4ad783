import { fromBase64 } from '#base/bytes.ts';
import type { Json, JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { CircleStore } from '#register/circle-store.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { signAct, type VerifiedAct, verifyAct } from '#trust/act.ts';
import type { KnownAct } from '#trust/act-kinds.ts';
import { type LogState, replay, rootOf } from '#trust/log.ts';
import { actRecordId, writeAct } from './act-record.ts';
import type { SharingFailure } from './sharing.ts';

export interface LogParts {
  readonly keys: KeysRow;
  readonly device: DeviceDb;
  readonly catalogue: CatalogueDb;
  readonly now: () => number;
}

export interface LogKeeper {
  /** By all acts heard of so far. */
  read(): Promise<LogState>;
  /** Those acts, as they travel. */
  acts(): readonly VerifiedAct[];
  /** Whether an act was heard of that only a newer app can read. */
  hasNewer(): boolean;
  /**
   * Signs an act that counts by what is known here, and keeps it. `publish` puts it where others
   * read it. `not-allowed-here`: it would not count (detail: why). `by`: another device's keys
   * than this phone's.
   */
  sign(act: KnownAct, by?: CryptoKeyPair): Promise<Result<VerifiedAct, SharingFailure>>;
  /** Writes down in the members' circle what this phone signed and is not there yet. */
  publish(members: CircleStore): Promise<Result<null, WriteFailure>>;
  /** Keeps acts that came otherwise than with the members' circle. */
  keep(acts: readonly VerifiedAct[]): Promise<Result<null, StorageFailure>>;
}

/** The keys that this device signs with. */
export async function signingPair({ signingKey, signingPublic, founding }: KeysRow) {
  const founder = (founding as unknown as FoundingRecord).founder;
  const raw = fromBase64(signingPublic ?? founder) ?? new Uint8Array();
  const publicKey = await crypto.subtle.importKey('raw', raw, 'Ed25519', true, ['verify']);
  return { privateKey: signingKey, publicKey };
}

const readJson = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};

/** One that is here stays as it is: it may still be to be published. */
export const keepActs = (
  device: DeviceDb,
  register: string,
  acts: readonly VerifiedAct[],
  under?: string,
): Promise<Result<null, StorageFailure>> =>
  guarded(async () => {
    const rows = acts.map(({ name, signed }) => ({
      key: `${register}:${name}`,
      register,
      signed: canonicalText(signed),
      ...(under !== undefined && { under }),
    }));
    await device.transaction('rw', device.acts, async () => {
      const known = await device.acts.bulkGet(rows.map(({ key }) => key));
      await device.acts.bulkAdd(rows.filter((_, at) => known[at] === undefined));
    });
    return null;
  });

/** The register's log on this phone: what came with the members' circle, and what was kept before. */
export async function logKeeper({ keys, device, catalogue, now }: LogParts): Promise<LogKeeper> {
  const { register } = keys;
  const root = await rootOf(keys.founding as unknown as FoundingRecord);
  const known = new Map<string, VerifiedAct>();
  /** Texts that were looked at, sound or not. */
  const seen = new Set<string>();
  let state = replay(root, []);
  let hasNewer = false;

  const texts = async (): Promise<readonly string[]> => {
    const kept = await device.acts.where('register').equals(register).toArray();
    const came = await catalogue.papers.where('type').equals('steward-act').toArray();
    const told = came.flatMap(({ paper }) => (paper.type === 'steward-act' ? [paper.signed] : []));
    return [...kept.map(({ signed }) => signed), ...told].filter((text) => !seen.has(text));
  };

  const take = (acts: readonly VerifiedAct[]) => {
    const fresh = acts.filter(({ name }) => !known.has(name));
    for (const act of fresh) known.set(act.name, act);
    if (fresh.length > 0) state = replay(root, known.values());
    return fresh;
  };

  const read = async (): Promise<LogState> => {
    const sound: VerifiedAct[] = [];
    for (const text of await texts()) {
      seen.add(text);
      const act = await verifyAct(readJson(text), register);
      if (act.ok) sound.push(act.value);
      else if (act.error.kind === 'newer') hasNewer = true;
    }
    const fresh = take(sound);
    if (fresh.length > 0) await keepActs(device, register, fresh);
    return state;
  };

  const sign: LogKeeper['sign'] = async (act, by) => {
    const { heads, epochs } = await read();
    const pair = by ?? (await signingPair(keys));
    const place = { register, prev: heads, now: new Date(now()) };
    const signed: JsonObject = await signAct(act, pair, place);
    const verified = await verifyAct(signed, register);
    if (!verified.ok) return fail('broken');
    const after = replay(root, [...known.values(), verified.value]);
    const why = after.uncounted.get(verified.value.name);
    if (why === 'last-steward') return fail('last-steward');
    if (why !== undefined) return fail('not-allowed-here', { why });
    // What all could read before it: an epoch's own act must not be sealed under what it brings.
    const under = epochs.members.heldByAll?.act.k ?? '';
    const kept = await keepActs(device, register, [verified.value], under);
    if (!kept.ok) return kept;
    take([verified.value]);
    return ok(verified.value);
  };

  const publish: LogKeeper['publish'] = async (members) => {
    const rows = await device.acts.where('register').equals(register).toArray();
    for (const { signed, under } of rows.filter((row) => row.under !== undefined)) {
      const act = await verifyAct(readJson(signed), register);
      if (!act.ok || (await catalogue.papers.get(actRecordId(act.value)))) continue;
      const written = await writeAct(members, act.value, { register, under: under ?? '' });
      if (!written.ok) return written;
    }
    return ok(null);
  };

  return {
    read,
    publish,
    acts: () => [...known.values()],
    hasNewer: () => hasNewer,
    sign,
    keep: async (acts) => {
      take(acts);
      return keepActs(device, register, acts);
    },
  };
}
