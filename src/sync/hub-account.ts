import { fromBase64Url, randomBytes, toBase64Url, toHex } from '#base/bytes.ts';

/** How a phone shows itself to a hub: random, no name. */
export interface HubAccount {
  /** 32 hex digits. */
  readonly id: string;
  /** 32 random bytes in base64url; the hub is told its hash only. */
  readonly token: string;
}

export const makeHubAccount = (): HubAccount => ({
  id: toHex(randomBytes(16)),
  token: toBase64Url(randomBytes(32)),
});

/** What stands behind `Bearer `; an invite (16 hex digits) shows itself in the same way. */
export const bearerOf = ({ id, token }: HubAccount): string => `${id}.${token}`;

/** SHA-256 (hex) of a token's bytes: what the hub keeps of it. */
export async function tokenHash(token: string): Promise<string> {
  const bytes = fromBase64Url(token) ?? new Uint8Array();
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
