import { fail, type Result } from '#base/result.ts';
import type { HubFailure } from './hub-failure.ts';

/** What a refusal says of itself; undefined where the body is no answer of a hub. */
export const wordIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
    ? body.error
    : undefined;

/** Whether something stands between, before a byte of the body is read. */
export function isInBetween(response: Response, origin: string): boolean {
  const { status, type, redirected, url } = response;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return true;
  if (redirected || (url !== '' && new URL(url).origin !== origin)) return true;
  // 407 and 511: a proxy or a network wants a sign-in, and says so.
  return status === 407 || status === 511;
}

export const speaksJson = ({ headers }: Response): boolean =>
  /^application\/(?:json|x-ndjson)\b/.test(headers.get('content-type') ?? '');

export const speaksBytes = ({ headers }: Response): boolean =>
  headers.get('content-type') === 'application/octet-stream';

const usualWait = 60;
const longestWait = 3_600;

function waitIn({ headers }: Response): number {
  const told = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return Number.isNaN(told) ? usualWait : Math.min(Math.max(told, 1), longestWait);
}

const byStatus: Readonly<Record<number, HubFailure['kind']>> = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'unknown-register',
  410: 'closed',
  426: 'update-app',
  507: 'hub-full',
};

/** An answer that is no success, by its status and by whether the hub itself said it. */
export function judgeRefusal(response: Response, body: unknown): Result<never, HubFailure> {
  const { status } = response;
  const isOwn = speaksJson(response) && wordIn(body) !== undefined;
  if (status === 429) return fail('slow-down', { seconds: waitIn(response) });
  // A Wi-Fi that wants a sign-in must never look like a hub that shut its door.
  if (!isOwn && (status === 401 || status === 403)) return fail('wants-sign-in');
  const kind = isOwn ? byStatus[status] : undefined;
  if (kind) return fail(kind);
  return fail(status >= 500 || isOwn ? 'hub-trouble' : 'not-a-hub');
}
