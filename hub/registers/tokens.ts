import { createHash, timingSafeEqual } from 'node:crypto';
import { fromBase64Url, fromHex } from '../../src/base/bytes.ts';

/** What stands in `Authorization: Bearer <name>.<token>`. */
export interface Shown {
  /** An account (32 hex digits) or an invite (16). */
  readonly name: string;
  /** 32 bytes in base64url, as they came. */
  readonly token: string;
}

const bearer = /^Bearer ([0-9a-f]{32}|[0-9a-f]{16})\.([\w-]{43})$/;

export function readBearer(header: string | undefined): Shown | undefined {
  const [, name, token] = bearer.exec(header ?? '') ?? [];
  return name && token ? { name, token } : undefined;
}

/** No token has it, so that asking after a stranger takes as long as after one who is known. */
const nobody = new Uint8Array(32);

/** Whether the token's SHA-256 is this one (hex). Always takes the same time. */
export function isTokenOf(hash: string | undefined, token: string): boolean {
  const shown = createHash('sha256')
    .update(fromBase64Url(token) ?? nobody)
    .digest();
  const kept = hash === undefined ? undefined : fromHex(hash);
  const isSame = timingSafeEqual(new Uint8Array(shown), kept ?? nobody);
  return isSame && kept !== undefined;
}
