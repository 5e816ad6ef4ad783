/**
 * The stable addresses of screens. One list for the router, the hub's fallback and the
 * service worker, so that a screen which opens on a click also opens directly and offline.
 */
export const screenAddresses = [
  '/',
  '/list',
  '/map',
  '/door',
  '/connections',
  '/more',
  '/add',
  '/asset/:id',
  '/register',
  '/todo',
  '/import',
  '/export',
  '/packs',
  '/share',
  '/join',
  '/look-around',
  '/walks',
  '/casebook',
  '/rights',
  '/figures',
  '/meeting',
  '/settings',
  '/help',
  '/start',
] as const;

const fixed = new Set<string>(screenAddresses);
const withId = /^\/asset\/[^/]+(\/(edit|history|connect|happens|as\/(member|team)))?$/;

/** Takes a pathname without query and hash; one trailing slash is forgiven. */
export function isScreenAddress(pathname: string): boolean {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  return withId.test(path) || (fixed.has(path) && !path.includes(':'));
}
