import { type Bytes, lengthPrefixed } from '#base/bytes.ts';

/** What a founder asks of a hub: to keep this register, for this account at first. */
export interface HostingWish {
  /** Register id, 32 hex digits. */
  readonly register: string;
  /** Account id, 32 hex digits. */
  readonly account: string;
  /** SHA-256 (hex) of the account's token. */
  readonly tokenHash: string;
  /** When it was asked, as `Date.toISOString` spells it; for people only. */
  readonly at: string;
}

/** What the founding device signs, so that nobody else takes the register's place at a hub. */
export const hostingBytes = ({ register, account, tokenHash, at }: HostingWish): Bytes =>
  lengthPrefixed(['patchbook/host/1', register, account, tokenHash, at]);
