import { lengthPrefixed, toBase64 } from '#base/bytes.ts';
import type { JsonObject } from '#base/json.ts';
import type { Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { RecordWriteFailure, RecordWriter, Written } from '#register/record-writer.ts';
import { signWithDevice } from '#seal/device-signature.ts';
import { withBirth } from './book-commands.ts';

interface NoticeParts {
  readonly writer: Pick<RecordWriter, 'create'>;
  readonly signingKey: CryptoKey;
  /** The founder's public key, base64, as other phones know this device. */
  readonly signedBy: string;
  readonly memberId: string;
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * Says in a circle, signed, that documents of it were moved to a narrower one. Written before the
 * tombstones: a phone that meets a tombstone without a notice puts the record back.
 */
export async function writeMovedNotice(
  parts: NoticeParts,
  circle: Circle,
  ids: readonly string[],
): Promise<Result<Extract<Written, { ok: true }>['value'], RecordWriteFailure>> {
  const said: JsonObject = {
    // A set has no order of its own: what is signed must have one.
    ids: ids.toSorted(),
    on: new Date(parts.now()).toISOString().slice(0, 10),
    reason: 'moved',
  };
  const bytes = lengthPrefixed(['patchbook/notice/1', canonicalText(said)]);
  const signature = toBase64(await signWithDevice(parts.signingKey, bytes));
  const values = { ...said, share: circle, signedBy: parts.signedBy, signature };
  return parts.writer.create(
    { type: 'notice', id: parts.newId() },
    withBirth('notice', values, parts),
  );
}
