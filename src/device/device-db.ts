import Dexie, { type EntityTable } from 'dexie';
import type { Json } from '#base/json.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { Kept, Shut } from './safe.ts';

/** A record of level `device`: the packed body that a circle would have sealed. */
export interface DeviceRecordRow {
  /** `<register>:<type>:<uuid>` */
  readonly key: string;
  readonly register: string;
  readonly type: RecordType;
  readonly id: string;
  readonly body: Kept<Json>;
  /** Grows with every write: the follower's second source. */
  readonly seq: number;
}

export interface DraftRow {
  readonly key: string;
  readonly value: Kept<Json>;
  readonly at: number;
}

export interface PreferenceRow {
  readonly key: string;
  readonly value: Json;
}

export interface HeldEpoch {
  /** From 1. */
  readonly epoch: number;
  /** All other keys of the circle in this epoch are derived from it. */
  readonly secret: CryptoKey;
}

export interface HeldCircle {
  readonly circle: Circle;
  readonly idKey: CryptoKey;
  readonly epochs: readonly HeldEpoch[];
}

/** The keys of a recovery sheet, while the phone that it brings has no place in the log. */
export interface SheetAtHand {
  readonly signing: CryptoKeyPair;
  readonly box: CryptoKeyPair;
  /** Public half of `signing`, base64: by it the log knows the sheet. */
  readonly sign: string;
}

/** What a phone is to its hub and to the other phones, once its register is shared. */
export interface SharedAs {
  /** Origin of the hub. */
  readonly hub: string;
  /** Account at the hub: 32 hex digits. */
  readonly account: string;
  /** The account's token: 32 bytes in base64url. */
  readonly token: string;
  /** Names of this member and this device in the register's log. */
  readonly member: string;
  readonly device: string;
  /** X25519: what circle keys are sealed to. */
  readonly box: CryptoKeyPair;
  /** `member` and `device` are empty until the log has come that this sheet stands in. */
  readonly bySheet?: SheetAtHand;
}

/** What is in clear of a register held on this phone, also while it is locked. */
export interface KeysLine {
  readonly register: string;
  /** The signed founding record; the register's id is its hash. */
  readonly founding: Json;
  /** Ed25519 public key of this device, base64; where it is absent, the founder's. */
  readonly signingPublic?: string;
  readonly memberId: string;
  /** The register's name as last seen, for choosing among several without opening them. */
  readonly name: string;
  readonly openedAt: number;
  /** A made-up neighbourhood to look around in; `part` while it comes or goes. */
  readonly madeUp?: 'part' | 'whole';
}

/** What opens a register, and what this phone is in it. */
export interface HeldKeys {
  readonly circles: readonly HeldCircle[];
  readonly signingKey: CryptoKey;
  readonly sharedAs?: SharedAs;
}

export type KeysRow = KeysLine & HeldKeys;
/** As it lies on disk: `HeldKeys` shut away where the phone has a lock. */
export type KeptKeys = KeysLine & (HeldKeys | Shut);

/** A talk with somebody who is let in, or by whom this phone is: each step is kept before it is sent. */
export interface TalkRow {
  /** The invite's id, 16 hex digits. */
  readonly invite: string;
  readonly register: string;
  readonly side: 'inviter' | 'invited';
  readonly startedAt: number;
  /** Where the talk stands; what is in it is for the room that talks to say. */
  readonly state: unknown;
}

/** An act of a register's log: what was once heard of is known without a hub, and for good. */
export interface ActRow {
  /** `<register>:<name of the act>` */
  readonly key: string;
  readonly register: string;
  /** Canonical JSON, signed. */
  readonly signed: string;
  /** For an act of this phone: the key id its record is sealed under; empty before there was one. */
  readonly under?: string;
}

interface Span {
  readonly offset: number;
  readonly bytes: number;
}

/** What a pack holds besides tiles: streets and addresses, and where one can walk. */
export interface PackParts {
  readonly places?: Span;
  readonly graph?: Span;
}

export interface PackRow {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly addedAt: number;
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly attribution: string;
  /** Day of the map data, `2026-08-22`, where the pack says. */
  readonly day?: string;
  /** Where its further parts lie in the file; absent where it holds tiles alone. */
  readonly parts?: PackParts;
  /** The one register it is for: a map of a made-up place is no other register's ground. */
  readonly only?: string;
  readonly blob: Blob;
}

/**
 * Why a photo stays on this phone. `too-big`: for any hub. `hub-full`: no room there. `refused`:
 * the hub does not take it. `taken`: it has another one under this name. `removed`: it says that
 * this one was erased. `unreadable`: this phone can't read it any more.
 */
export type WhyParked = 'too-big' | 'hub-full' | 'refused' | 'taken' | 'removed' | 'unreadable';

/** A photo that was erased and that the hub may still have. */
export interface PhotoEndRow {
  readonly id: string;
  readonly register: string;
}

export interface PhotoRow {
  readonly id: string;
  readonly register: string;
  /** What `Safe` sealed where `isShut`. */
  readonly blob: Blob;
  readonly isShut?: true;
  readonly addedAt: number;
  /** 1 while it waits to be sent; 2: it can't be, and `parked` says why. */
  readonly waiting: 0 | 1 | 2;
  readonly parked?: WhyParked;
  /** It came with a copy: taking that import back may let go of it. */
  readonly broughtIn?: true;
}

/** What went wrong on this phone, for its holder to read and pass on; nothing about people. */
export interface DiaryRow {
  readonly n?: number;
  readonly at: number;
  readonly what: string;
}

export type DeviceDb = Dexie & {
  records: EntityTable<DeviceRecordRow, 'key'>;
  drafts: EntityTable<DraftRow, 'key'>;
  preferences: EntityTable<PreferenceRow, 'key'>;
  keys: EntityTable<KeptKeys, 'register'>;
  talks: EntityTable<TalkRow, 'invite'>;
  acts: EntityTable<ActRow, 'key'>;
  packs: EntityTable<PackRow, 'id'>;
  photos: EntityTable<PhotoRow, 'id'>;
  photoEnds: EntityTable<PhotoEndRow, 'id'>;
  diary: EntityTable<DiaryRow, 'n'>;
};

/** Version 1 held one epoch of each circle. */
function manyEpochs(row: { circles: (HeldCircle | (HeldEpoch & Omit<HeldCircle, 'epochs'>))[] }) {
  row.circles = row.circles.map((held) => {
    if ('epochs' in held) return held;
    const { circle, idKey, epoch, secret } = held;
    return { circle, idKey, epochs: [{ epoch, secret }] };
  });
}

/** What only this phone knows. Never replicated, never rebuilt, never dropped. */
export function openDeviceDb(name = 'pb-device'): DeviceDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as DeviceDb;
  db.version(1).stores({
    records: 'key, [register+seq]',
    drafts: 'key, at',
    preferences: 'key',
    keys: 'register, openedAt',
    packs: 'id, addedAt',
    photos: 'id, register, waiting',
    diary: '++n, at',
  });
  db.version(2)
    .stores({ talks: 'invite, register', acts: 'key, register' })
    .upgrade((change) => change.table('keys').toCollection().modify(manyEpochs));
  db.version(3).stores({
    photos: 'id, register, [register+waiting]',
    photoEnds: 'id, register',
  });
  return db;
}
