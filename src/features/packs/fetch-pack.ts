import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { packBytesMax } from '#pack/limits.ts';
import { type OutboundFailure, outbound } from '#platform/outbound.ts';

export type FetchFailure = OutboundFailure | Failure<'pack-not-there' | 'pack-too-big' | 'stopped'>;

/** What has come of a file so far: fetching can be stopped, or break, and go on from there. */
export interface FetchedPart {
  readonly address: string;
  readonly parts: Blob[];
  received: number;
  /** Bytes of the whole, where the other side says. */
  total: number | undefined;
  /** Which version of the file the parts are of. */
  etag: string | undefined;
}

export const nothingFetched = (address: string): FetchedPart => ({
  address,
  parts: [],
  received: 0,
  total: undefined,
  etag: undefined,
});

const wholeOf = (response: Response): number | undefined => {
  const range = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  const told = range ?? (response.status === 200 ? response.headers.get('content-length') : null);
  return told ? Number(told) : undefined;
};

const hostOf = (address: string): readonly string[] => {
  const host = URL.parse(address, location.href)?.host;
  return host ? [host] : [];
};

/** The host is one that the person has just typed or whose list they opened. */
async function ask(
  address: string,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Result<Response, FetchFailure>> {
  const init = { headers, ...(signal && { signal }) };
  const answer = await outbound(address, init, { allowedHosts: hostOf(address) });
  if (!answer.ok) return signal?.aborted ? fail('stopped') : answer;
  return answer.value.ok ? answer : fail('pack-not-there');
}

/** How large the file at an address is, before any of it is fetched; undefined where nobody says. */
export async function sizeAt(address: string): Promise<Result<number | undefined, FetchFailure>> {
  const answer = await ask(address, { range: 'bytes=0-126' });
  if (!answer.ok) return answer;
  const bytes = wholeOf(answer.value);
  await answer.value.body?.cancel();
  return bytes !== undefined && bytes > packBytesMax ? fail('pack-too-big') : ok(bytes);
}

/** Another version of the file, or a server that knows no ranges: from the start again. */
function begin(part: FetchedPart, response: Response): void {
  if (response.status !== 206) {
    part.parts.length = 0;
    part.received = 0;
  }
  part.total = wholeOf(response);
  part.etag = response.headers.get('etag') ?? undefined;
}

export interface FetchWishes {
  readonly signal: AbortSignal;
  readonly onProgress: (part: FetchedPart) => void;
}

/** Fetches what is missing of `part`, which keeps what came when it is stopped or breaks off. */
export async function fetchRest(
  part: FetchedPart,
  { signal, onProgress }: FetchWishes,
): Promise<Result<Blob, FetchFailure>> {
  const isBegun = part.received > 0 && part.etag !== undefined;
  if (!isBegun) Object.assign(part, nothingFetched(part.address));
  const headers: Record<string, string> = isBegun
    ? { range: `bytes=${part.received}-`, 'if-range': part.etag ?? '' }
    : {};
  const answer = await ask(part.address, headers, signal);
  if (!answer.ok) return answer;
  begin(part, answer.value);
  return take(part, answer.value, { signal, onProgress });
}

async function take(
  part: FetchedPart,
  { body }: Response,
  { signal, onProgress }: FetchWishes,
): Promise<Result<Blob, FetchFailure>> {
  const reader = body?.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done || !value) break;
      part.parts.push(new Blob([value]));
      part.received += value.byteLength;
      if (part.received > packBytesMax) {
        void reader?.cancel().catch(() => {});
        return fail('pack-too-big');
      }
      onProgress(part);
    }
  } catch {
    return fail(signal.aborted ? 'stopped' : 'no-answer');
  }
  return isWhole(part) ? ok(new Blob(part.parts)) : fail('no-answer');
}

const isWhole = ({ received, total }: FetchedPart): boolean =>
  total === undefined ? received > 0 : received >= total;
