import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { webAddress } from '#base/web-address.ts';
import { hubOrigin } from './hub-address.ts';
import type { InviteShown, JoinFailure } from './talk.ts';

/** `code-site`: the address of something else (detail: host). `code-invite`: one was not asked for. */
type StrayFailure = Failure<'code-wifi' | 'code-site' | 'code-other'>;

const siteIn = (text: string): URL | undefined => {
  const url = webAddress(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
};

const isInvite = (url: URL | undefined): boolean => url?.pathname === '/join' && url.hash !== '';

function strayIn(text: string): Result<never, StrayFailure> {
  if (/^wifi:/i.test(text)) return fail('code-wifi');
  const site = siteIn(text);
  return site ? fail('code-site', { host: site.host }) : fail('code-other');
}

/**
 * A door: the invite in a code that was scanned. One that is meant as an invite fails as `look`
 * says; anything else as what it is.
 */
export function inviteInCode(
  scanned: string,
  look: (link: string) => Result<InviteShown, JoinFailure>,
): Result<string, JoinFailure | StrayFailure> {
  const text = scanned.trim();
  const seen = look(text);
  if (seen.ok) return ok(text);
  return isInvite(siteIn(text)) ? seen : strayIn(text);
}

/** A name with a dot and no more, as people print it on a wall. */
const bareHost = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?\/?$/i;

/** A door: the origin of the hub whose address a code holds. Whether one answers there is not asked. */
export function hubInCode(
  scanned: string,
): Result<
  string,
  StrayFailure | Failure<'code-invite' | 'address-not-right' | 'address-not-safe'>
> {
  const text = scanned.trim();
  const site = siteIn(text);
  if (isInvite(site)) return fail('code-invite');
  return site || bareHost.test(text) ? hubOrigin(text) : strayIn(text);
}
