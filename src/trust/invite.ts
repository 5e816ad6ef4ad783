import * as v from 'valibot';
import {
  type Bytes,
  fromBase64Url,
  fromHex,
  randomBytes,
  toBase64Url,
  toHex,
} from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { webAddress } from '#base/web-address.ts';
import { roleSchema } from './act-kinds.ts';
import type { Role } from './roles.ts';

/** Lets one phone knock. It holds no key: whoever finds it can ask, and is looked at. */
export interface Invite {
  /** Origin of the hub; undefined where there is none. */
  readonly hub: string | undefined;
  /** Register id. */
  readonly register: string;
  /** 16 hex digits. */
  readonly invite: string;
  /** 16 random bytes. */
  readonly secret: Bytes;
  /** Newest acts the inviter has seen, at most four: a log without them is too old. */
  readonly heads: readonly string[];
  readonly role: Role;
  readonly until: Date;
}

const lasts = 48 * 60 * 60 * 1000;
const maxHeads = 4;
const secretLength = 16;
const maxLength = 800;

export const makeInvite = (
  wish: Pick<Invite, 'hub' | 'register' | 'heads' | 'role'>,
  now: Date,
): Invite => ({
  ...wish,
  heads: wish.heads.slice(0, maxHeads),
  invite: toHex(randomBytes(8)),
  secret: randomBytes(secretLength),
  until: new Date(Math.floor((now.getTime() + lasts) / 1000) * 1000),
});

/** What stands behind the `#` of the link, which no server sees; the QR code shows the link. */
export function spellInvite({ hub, until, ...rest }: Invite): string {
  const heads = rest.heads.map((name) => toBase64Url(fromHex(name) ?? new Uint8Array()));
  const parts = {
    v: '1',
    r: rest.register,
    i: rest.invite,
    s: toBase64Url(rest.secret),
    h: heads.join('.'),
    o: rest.role,
    u: String(until.getTime() / 1000),
    ...(hub === undefined ? {} : { b: hub }),
  };
  return new URLSearchParams(parts).toString();
}

const bytesOf = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(60),
    v.transform((text) => fromBase64Url(text) ?? new Uint8Array()),
    v.check((bytes) => bytes.length === length),
  );

const inviteParts = v.strictObject({
  v: v.literal('1'),
  r: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  i: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  s: bytesOf(secretLength),
  h: v.pipe(
    v.string(),
    v.transform((text) => text.split('.')),
    v.maxLength(maxHeads),
    v.array(
      v.pipe(
        bytesOf(32),
        v.transform((bytes) => toHex(bytes)),
      ),
    ),
  ),
  o: roleSchema,
  u: v.pipe(v.string(), v.regex(/^[1-9]\d{9}$/), v.transform(Number)),
  b: v.optional(v.pipe(v.string(), v.check(isHubOrigin))),
});

/**
 * A door: an invite from a link, a fragment or a QR code's text.
 * `broken`: none, or cut off, or not spelled as `spellInvite` does. `other-version`: of a newer
 * app. `expired`: older than 48 hours.
 */
export function readInvite(
  text: string,
  now: Date,
): Result<Invite, Failure<'broken' | 'other-version' | 'expired'>> {
  if (text.length > maxLength) return fail('broken');
  const fragment = text.slice(text.indexOf('#') + 1).trim();
  const params = new URLSearchParams(fragment);
  if (/^(?:[2-9]|[1-9]\d{1,3})$/.test(params.get('v') ?? '')) return fail('other-version');
  const parsed = v.safeParse(inviteParts, Object.fromEntries(params));
  if (!parsed.success) return fail('broken');
  const { r, i, s, h, o, u, b } = parsed.output;
  const until = new Date(u * 1000);
  const invite = { hub: b, register: r, invite: i, secret: s, heads: h, role: o, until };
  if (spellInvite(invite) !== fragment) return fail('broken');
  return until > now ? ok(invite) : fail('expired');
}

/** No path, no name, no password; without TLS only on the same machine. */
function isHubOrigin(text: string): boolean {
  const address = text.length <= 200 ? webAddress(text) : undefined;
  if (!address || address.origin !== text) return false;
  return address.protocol === 'https:' || /^(?:localhost|127\.0\.0\.1)$/.test(address.hostname);
}
