import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { webAddress } from '#base/web-address.ts';

export type OutboundFailure = Failure<
  'address-not-right' | 'address-not-safe' | 'address-not-allowed' | 'offline' | 'no-answer'
>;

export interface OutboundRules {
  /** `host` or `host:port`, as the person typed them in Settings. The page's own is always one. */
  readonly allowedHosts: readonly string[];
  /** Until the first byte. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 30_000;
const localHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The one door for requests: nothing else in the app may call `fetch`. Sends no cookies, no
 * referrer and no credentials to other hosts, and follows no redirect to a host nobody chose.
 */
export async function outbound(
  address: string,
  init: RequestInit,
  { allowedHosts, timeoutMs = usualTimeoutMs }: OutboundRules,
): Promise<Result<Response, OutboundFailure>> {
  const target = targetOf(address, allowedHosts);
  if (!target.ok) return target;
  // Only the wait for an answer has an end: a large file may take its time.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  try {
    const response = await fetch(target.value, {
      ...init,
      // Told of it, the asker can say what stands in the way; followed it is never.
      redirect: init.redirect === 'manual' ? 'manual' : 'error',
      referrerPolicy: 'no-referrer',
      credentials: target.value.origin === location.origin ? 'same-origin' : 'omit',
      signal: init.signal ? AbortSignal.any([init.signal, patience.signal]) : patience.signal,
    });
    return ok(response);
  } catch {
    return fail(navigator.onLine ? 'no-answer' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}

function targetOf(address: string, allowedHosts: readonly string[]): Result<URL, OutboundFailure> {
  const url = webAddress(address, location.href);
  const isPlain = url?.username === '' && url.password === '';
  if (!url || !isPlain) return fail('address-not-right');
  if (url.origin === location.origin) return ok(url);
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.includes(url.hostname));
  if (!isSafe) return fail('address-not-safe');
  if (!allowedHosts.includes(url.host)) return fail('address-not-allowed', { host: url.host });
  return ok(url);
}
