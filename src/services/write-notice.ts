import { lengthPrefixed, toBase64 } from '#base/bytes.ts';
import type { Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { Notice } from '#domain/notice/notice.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { RecordWriteFailure, RecordWriter, Written } from '#register/record-writer.ts';
import { signWithDevice } from '#seal/device-signature.ts';
import { withBirth } from './book-commands.ts';

export interface NoticeParts {
  readonly writer: Pick<RecordWriter, 'create'>;
  readonly signingKey: CryptoKey;
  /** This device's public key, base64, as other phones know it. */
  readonly signedBy: string;
  readonly memberId: string;
  readonly now: () => number;
  readonly newId: () => string;
}

/** What a notice says of documents of one circle; `on` is a day, `2026-11-26`. */
export type Said = Pick<Notice, 'ids' | 'on' | 'reason'>;

/** What is signed: a set has no order of its own, and what is signed must have one. */
export const noticeBytes = ({ ids, on, reason }: Said) =>
  lengthPrefixed(['patchbook/notice/1', canonicalText({ ids: ids.toSorted(), on, reason })]);

type NoticeWritten = Result<Extract<Written, { ok: true }>['value'], RecordWriteFailure>;

/**
 * Says in a circle, signed, what is to become of documents there. Written before the tombstones: a
 * phone that meets a tombstone without a notice puts the record back.
 */
export async function writeNotice(
  parts: NoticeParts,
  circle: Circle,
  said: Said,
): Promise<NoticeWritten> {
  const signature = toBase64(await signWithDevice(parts.signingKey, noticeBytes(said)));
  const { on, reason } = said;
  const ids = said.ids.toSorted();
  const values = { ids, on, reason, share: circle, signedBy: parts.signedBy, signature };
  return parts.writer.create(
    { type: 'notice', id: parts.newId() },
    withBirth('notice', values, parts),
  );
}

/** That documents were moved to a narrower circle. */
export const writeMovedNotice = (
  parts: NoticeParts,
  circle: Circle,
  ids: readonly string[],
): Promise<NoticeWritten> => {
  const on = new Date(parts.now()).toISOString().slice(0, 10);
  return writeNotice(parts, circle, { ids: [...ids], on, reason: 'moved' });
};
