import { type Bytes, lengthPrefixed } from '#base/bytes.ts';

/** What whoever holds a recovery sheet asks of a hub: an account, when every phone is lost. */
export interface RecoveringWish {
  /** Register id, 32 hex digits. */
  readonly register: string;
  /** The new account's id, 32 hex digits; one that was used with this sheet is never taken again. */
  readonly account: string;
  /** SHA-256 (hex) of the account's token. */
  readonly tokenHash: string;
  /** When it was asked, as `Date.toISOString` spells it; for people only. */
  readonly at: string;
}

/** What the sheet's key signs, as a device signs; nothing signed for anything else will do. */
export const recoveringBytes = ({ register, account, tokenHash, at }: RecoveringWish): Bytes =>
  lengthPrefixed(['patchbook/recover/1', register, account, tokenHash, at]);
