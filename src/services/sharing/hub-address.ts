import { fail, ok, type Result } from '#base/result.ts';
import { webAddress } from '#base/web-address.ts';

const local = /^(?:localhost|127\.0\.0\.1)$/;

/** As people type it: with or without `https://`, with a path, in capitals. */
const spelled = (text: string): string => {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text;
  return `${/^(?:localhost|127\.0\.0\.1)(?:[:/]|$)/i.test(text) ? 'http' : 'https'}://${text}`;
};

/** The origin of a hub; without TLS only on the same machine, for nobody may listen on the way. */
export function hubOrigin(
  text: string,
): Result<string, { kind: 'address-not-right' | 'address-not-safe' }> {
  const url = webAddress(spelled(text.trim()));
  if (url?.username !== '' || url.password !== '') return fail('address-not-right');
  if (url.protocol === 'http:' && !local.test(url.hostname)) return fail('address-not-safe');
  return url.protocol === 'https:' || url.protocol === 'http:'
    ? ok(url.origin)
    : fail('address-not-right');
}
