import { lengthPrefixed, toHex } from '#base/bytes.ts';

/**
 * A device's account at the hub: 32 hex digits of SHA-256 over register and signing key. So
 * whoever reads the log knows which account to end, and the hub, which knows no keys, knows no more
 * than with a random one.
 */
export async function accountOf(register: string, sign: string): Promise<string> {
  const said = lengthPrefixed(['patchbook/account/1', register, sign]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', said));
  return toHex(hash.subarray(0, 16));
}
