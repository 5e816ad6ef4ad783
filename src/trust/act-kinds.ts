import * as v from 'valibot';
import { isBase64 } from '#base/bytes.ts';
import { roles } from '#domain/register/register.ts';
import { circles } from '#domain/sharing/level.ts';
import { base64Of } from '#seal/shapes.ts';
import { isPlainPoint, isSealable } from './weak-points.ts';

/** SHA-256 in hex: names an act, and by it the member or device that the act brought. */
export const actName = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const signKey = v.pipe(base64Of(32), v.check(isPlainPoint));
export const boxKey = v.pipe(base64Of(32), v.check(isSealable));
export const roleSchema = v.picklist(roles);
const why = v.picklist(['left', 'removed', 'lost', 'replaced']);
const sealedText = (max: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(max), v.check(isBase64));
const hex16 = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

/** Most devices that one epoch is wrapped for; what is more would not fit in a sealed record. */
export const maxWraps = 400;

/** The public halves of a device: Ed25519 to sign, X25519 to be sealed to. Base64 of 32 bytes. */
export const deviceKeys = v.strictObject({ sign: signKey, box: boxKey });
export type DeviceKeys = Readonly<v.InferOutput<typeof deviceKeys>>;

/**
 * What a steward's log can say. Strict: a meaning is never added to a kind, only a kind to the
 * list, since an older app must ignore what it can't judge and never judge it by half.
 *
 * Members and devices are named by the act that brought them (the founder: the founding record).
 * So nobody can sign an act about someone before the log knows them, and none that claims to be
 * older than their admission.
 */
const knownAct = v.variant('kind', [
  /** A new member with their first device. `person` ties them to their record. */
  v.strictObject({
    kind: v.literal('admit'),
    person: v.pipe(v.string(), v.uuid()),
    device: deviceKeys,
    role: roleSchema,
  }),
  /** One more phone of a member. */
  v.strictObject({ kind: v.literal('device'), member: actName, device: deviceKeys }),
  /** A recovery sheet of the signing steward: it may only bring a new phone of that member. */
  v.strictObject({
    kind: v.literal('recovery'),
    member: actName,
    device: deviceKeys,
    /** Of the words' key derivation. */
    salt: base64Of(16),
  }),
  /** The founder's device says once what to seal to: the founding record has no such key. */
  v.strictObject({ kind: v.literal('box'), device: actName, box: boxKey }),
  v.strictObject({ kind: v.literal('role'), member: actName, role: roleSchema }),
  v.strictObject({ kind: v.literal('remove'), member: actName, why }),
  v.strictObject({ kind: v.literal('remove-device'), device: actName, why }),
  v.strictObject({
    kind: v.literal('epoch'),
    circle: v.picklist(circles),
    /** From 1. */
    epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    /** Key id: proves that a secret is the one of this epoch. */
    k: hex16,
    /** The same of the circle's id key. */
    idCheck: hex16,
    /** Older secrets and the id key, sealed under this epoch's secret. */
    past: sealedText(38_000),
    wraps: v.pipe(
      v.array(v.strictObject({ device: actName, sealed: sealedText(120) })),
      v.maxLength(maxWraps),
    ),
    /** SHA-256 in hex of the closing list of the epoch before; the first epoch has none. */
    closes: v.optional(actName),
  }),
  /** An erasing notice, by the SHA-256 of its signed text. */
  v.strictObject({ kind: v.literal('notice'), notice: actName }),
  /** A lost phone that is heard of again empties itself. */
  v.strictObject({ kind: v.literal('wipe'), device: actName }),
]);

export type KnownAct = Readonly<v.InferOutput<typeof knownAct>>;
/** Signed by somebody with a newer app: kept, passed on, and without effect here. */
interface UnknownAct {
  readonly kind: 'unknown';
}
export type Act = KnownAct | UnknownAct;
export type ActOf<K extends KnownAct['kind']> = Extract<KnownAct, { kind: K }>;

const knownKinds: ReadonlySet<string> = new Set(
  knownAct.options.map(({ entries }) => entries.kind.literal),
);
const newerAct = v.pipe(
  v.looseObject({ kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)) }),
  v.check(({ kind }) => !knownKinds.has(kind) && kind !== 'unknown'),
  v.transform((): UnknownAct => ({ kind: 'unknown' })),
);

export const actSchema = v.union([knownAct, newerAct]);
