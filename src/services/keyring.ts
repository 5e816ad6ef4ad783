import { type Bytes, fromBase64, toBase64, utf8 } from '#base/bytes.ts';
import type {
  DeviceDb,
  HeldCircle,
  HeldKeys,
  KeptKeys,
  KeysLine,
  KeysRow,
  SheetAtHand,
} from '#device/device-db.ts';
import { isShut, readKept, type Safe, type Shut } from '#device/safe.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { circleSecretFromBytes, secretFromStored, secretToStore } from '#seal/circle-keys.ts';
import { deviceKeyFromBytes, deviceKeysFrom, deviceKeyToBytes } from '#seal/device-signature.ts';
import { type IdKey, idKeyFromBytes, idKeyToBytes } from '#seal/id-key.ts';
import { boxKeysFrom, boxKeyToBytes, boxPublicKey } from '#trust/box.ts';

/** A key pair: its public half, its private one. */
type WrittenPair = { readonly open: string; readonly shut: string };

/** The keys of a register in a form that can be sealed; bytes in base64. */
type Written = {
  readonly signing: string;
  readonly circles: readonly {
    readonly circle: Circle;
    readonly idKey: string;
    readonly epochs: readonly { readonly epoch: number; readonly secret: string }[];
  }[];
  readonly shared?: {
    readonly hub: string;
    readonly account: string;
    readonly token: string;
    readonly member: string;
    readonly device: string;
    readonly box: WrittenPair;
    readonly bySheet?: {
      readonly sign: string;
      readonly signing: string;
      readonly box: WrittenPair;
    };
  };
};

const aboutKeys = (register: string): string => `keys:${register}`;
const bytesIn = (text: string): Bytes => fromBase64(text) ?? new Uint8Array();

async function writtenCircle({ circle, idKey, epochs }: HeldCircle) {
  const secrets = epochs.map(async ({ epoch, secret }) => ({
    epoch,
    secret: toBase64(await secretFromStored(secret)),
  }));
  return {
    circle,
    idKey: toBase64(await idKeyToBytes(idKey as IdKey)),
    epochs: await Promise.all(secrets),
  };
}

async function written({ circles, signingKey, sharedAs }: HeldKeys): Promise<Written> {
  const own = {
    signing: toBase64(await deviceKeyToBytes(signingKey)),
    circles: await Promise.all(circles.map(writtenCircle)),
  };
  if (!sharedAs) return own;
  const { box, bySheet, ...shared } = sharedAs;
  const sheet = bySheet && { bySheet: await writtenSheet(bySheet) };
  return { ...own, shared: { ...shared, ...sheet, box: await writtenPair(box) } };
}

async function writtenPair(box: CryptoKeyPair): Promise<WrittenPair> {
  return { open: await boxPublicKey(box), shut: toBase64(await boxKeyToBytes(box)) };
}

async function writtenSheet({ sign, signing, box }: SheetAtHand) {
  const shut = toBase64(await deviceKeyToBytes(signing.privateKey));
  return { sign, signing: shut, box: await writtenPair(box) };
}

const heldPair = ({ open, shut }: WrittenPair) => boxKeysFrom(bytesIn(shut), open);

async function heldCircle({ circle, idKey, epochs }: Written['circles'][number]) {
  const key = await idKeyFromBytes(bytesIn(idKey), true);
  const held = epochs.map(async ({ epoch, secret }) => {
    const read = circleSecretFromBytes(bytesIn(secret));
    if (!read.ok) throw new Error(`A key of ${circle} has another length`);
    return { epoch, secret: await secretToStore(read.value) };
  });
  if (!key.ok) throw new Error(`The id key of ${circle} has another length`);
  return { circle, idKey: key.value, epochs: await Promise.all(held) };
}

async function held({ signing, circles, shared }: Written): Promise<HeldKeys> {
  const own = {
    signingKey: await deviceKeyFromBytes(bytesIn(signing)),
    circles: await Promise.all(circles.map(heldCircle)),
  };
  if (!shared) return own;
  const { box, bySheet, ...rest } = shared;
  const sheet = bySheet && {
    bySheet: {
      sign: bySheet.sign,
      signing: await deviceKeysFrom(bytesIn(bySheet.signing), bytesIn(bySheet.sign)),
      box: await heldPair(bySheet.box),
    },
  };
  return { ...own, sharedAs: { ...rest, ...sheet, box: await heldPair(box) } };
}

export const lineOf = (row: KeptKeys): KeysLine => {
  const {
    shut: _,
    circles: __,
    signingKey: ___,
    sharedAs: ____,
    ...line
  } = row as KeysRow & Partial<Shut>;
  return line;
};

/** A row as it goes to disk: in clear, or with its keys shut away. */
export async function keptRow(row: KeysRow, safe: Safe | undefined): Promise<KeptKeys> {
  if (!safe) return row;
  const plain = utf8(JSON.stringify(await written(row)));
  return { ...lineOf(row), shut: await safe.seal(plain, aboutKeys(row.register)) };
}

export async function openRow(row: KeptKeys, safe: Safe | undefined): Promise<KeysRow> {
  if (!isShut(row)) return row as KeysRow;
  const keys = await readKept<Written>({ shut: row.shut }, aboutKeys(row.register), safe);
  return { ...lineOf(row), ...(await held(keys)) };
}

/** The keys of the registers on this phone, while its lock, where it has one, is open. */
export interface Keyring {
  get(register: string): Promise<KeysRow | undefined>;
  /** What is to be put beside other rows in one transaction. */
  kept(row: KeysRow): Promise<KeptKeys>;
  /** Nothing where the register is not held. Answers the row as it is then. */
  change(register: string, change: Partial<HeldKeys>): Promise<KeysRow | undefined>;
}

export function keyring(device: DeviceDb, safe: Safe | undefined): Keyring {
  const get = async (register: string) => {
    const row = await device.keys.get(register);
    return row && openRow(row, safe);
  };
  return {
    get,
    kept: (row) => keptRow(row, safe),
    change: async (register, change) => {
      const row = await get(register);
      if (!row) return undefined;
      const changed = { ...row, ...change };
      const kept = await keptRow(changed, safe);
      // What another tab wrote of the line meanwhile stays.
      await device.keys
        .where('register')
        .equals(register)
        .modify((now, ctx) => {
          ctx.value = { ...kept, ...lineOf(now) };
        });
      return changed;
    },
  };
}
