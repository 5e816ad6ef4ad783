import * as v from 'valibot';
import { type Bytes, fromBase64, lengthPrefixed, toBase64, utf8, utf8Text } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { circles } from '#domain/sharing/level.ts';
import { type CircleSecret, circleSecretFromBytes } from './circle-keys.ts';
import {
  openByPassphrase,
  type PassphraseSealed,
  passphraseSealedSchema,
  sealByPassphrase,
} from './passphrase.ts';

const keyBytes = v.pipe(
  v.string(),
  v.maxLength(44),
  v.transform((text) => fromBase64(text)),
  v.check((bytes) => bytes?.length === 32),
);

const epochsMost = 1_000;
const circleSchema = v.strictObject({
  circle: v.picklist(circles),
  idKey: keyBytes,
  epochs: v.pipe(
    v.array(
      v.strictObject({
        epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
        secret: keyBytes,
      }),
    ),
    v.minLength(1),
    v.maxLength(epochsMost),
  ),
});

const bookKeysSchema = v.strictObject({
  /** Who saved the book: on a new phone it is theirs again. */
  memberId: v.pipe(v.string(), v.uuid()),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  circles: v.pipe(v.array(circleSchema), v.minLength(1), v.maxLength(circles.length)),
});

export interface BookCircle {
  readonly circle: (typeof circles)[number];
  /** 32 bytes. */
  readonly idKey: Bytes;
  readonly epochs: readonly { readonly epoch: number; readonly secret: CircleSecret }[];
}

/** What opens a register's circles, and whose copy it was. */
export interface BookKeys {
  readonly memberId: string;
  /** The register's name. */
  readonly name: string;
  readonly circles: readonly BookCircle[];
}

const bound = (register: string): Bytes => lengthPrefixed(['patchbook/book-keys/1', register]);

export const sealBookKeys = (
  { memberId, name, circles: held }: BookKeys,
  register: string,
  passphrase: string,
): Promise<PassphraseSealed> => {
  const plain = {
    memberId,
    name,
    circles: held.map(({ circle, idKey, epochs }) => ({
      circle,
      idKey: toBase64(idKey),
      epochs: epochs.map(({ epoch, secret }) => ({ epoch, secret: toBase64(secret) })),
    })),
  };
  return sealByPassphrase(utf8(canonicalText(plain)), passphrase, bound(register));
};

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** A door: what a file says its passphrase opens. `broken`: nothing sealed, or opened and holding no keys. */
export async function openBookKeys(
  sealed: unknown,
  register: string,
  passphrase: string,
): Promise<Result<BookKeys, Failure<'wrong-passphrase' | 'broken'>>> {
  if (!v.is(passphraseSealedSchema, sealed)) return fail('broken');
  const opened = await openByPassphrase(sealed, passphrase, bound(register));
  if (!opened.ok) return opened;
  const parsed = v.safeParse(bookKeysSchema, readJson(utf8Text(opened.value)));
  if (!parsed.success) return fail('broken');
  const { memberId, name } = parsed.output;
  return ok({ memberId, name, circles: parsed.output.circles.map(bookCircle) });
}

const noBytes = (): Bytes => new Uint8Array();

const bookCircle = ({ circle, idKey, epochs }: v.InferOutput<typeof circleSchema>): BookCircle => ({
  circle,
  idKey: idKey ?? noBytes(),
  epochs: epochs.flatMap(({ epoch, secret }) => {
    const held = circleSecretFromBytes(secret ?? noBytes());
    return held.ok ? [{ epoch, secret: held.value }] : [];
  }),
});
