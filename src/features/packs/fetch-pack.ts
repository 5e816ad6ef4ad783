import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { webAddress } from '#base/web-address.ts';
import { packBytesMax } from '#pack/limits.ts';
import { type OutboundFailure, outbound } from '#platform/outbound.ts';
import type { Arriving } from '#services/use-arriving.ts';

export type FetchFailure = OutboundFailure | Failure<'pack-not-there' | 'pack-too-big' | 'stopped'>;

/** What has come of a file so far: fetching can be stopped, or break, and go on from there. */
export interface FetchedPart {
  readonly address: string;
  readonly parts: Blob[];
  received: number;
  /** Bytes of the whole, where the other side says. */
  total: number | undefined;
  /** Which version of the file the parts are of; undefined where nobody says. */
  version: string | undefined;
}

export const nothingFetched = (address: string): FetchedPart => ({
  address,
  parts: [],
  received: 0,
  total: undefined,
  version: undefined,
});

/** What came of it in this tab or an earlier one. */
export async function fetchedBefore(address: string, arriving: Arriving): Promise<FetchedPart> {
  const found = await arriving.load(address);
  if (!found) return nothingFetched(address);
  const { received, total, version } = found.file;
  return { address, parts: [...found.blobs], received, total, version };
}

const numberIn = (text: string | null | undefined): number | undefined =>
  text ? Number(text) : undefined;

/** Where a part begins and how long the whole is; from another host the range may not be told. */
function rangeOf({ status, headers }: Response, asked: number) {
  const isPacked = headers.has('content-encoding');
  const length = isPacked ? undefined : numberIn(headers.get('content-length'));
  if (status !== 206) return { from: 0, total: length };
  const [, from, total] =
    /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  return {
    from: numberIn(from) ?? asked,
    total: total && total !== '*' ? Number(total) : length && asked + length,
  };
}

const versionOf = ({ headers }: Response): string | undefined =>
  headers.get('etag') ?? headers.get('last-modified') ?? undefined;

const hostOf = (address: string): readonly string[] => {
  const host = webAddress(address, location.href)?.host;
  return host ? [host] : [];
};

/**
 * The host is one that the person has just typed or whose list they opened. A range is always asked
 * for: then a server packs nothing on the way, and its lengths are those of the file.
 */
async function ask(
  address: string,
  range: string,
  signal?: AbortSignal,
): Promise<Result<Response, FetchFailure>> {
  // The browser's own cache would keep it a second time, and mix in what it kept before.
  const init: RequestInit = { cache: 'no-store', headers: { range: `bytes=${range}` } };
  if (signal) init.signal = signal;
  const answer = await outbound(address, init, { allowedHosts: hostOf(address) });
  if (!answer.ok) return signal?.aborted ? fail('stopped') : answer;
  return answer;
}

/** How large the file at an address is, before any of it is fetched; undefined where nobody says. */
export async function sizeAt(address: string): Promise<Result<number | undefined, FetchFailure>> {
  const answer = await ask(address, '0-126');
  if (!answer.ok) return answer;
  const { ok: isThere, status, body, headers } = answer.value;
  void body?.cancel().catch(() => {});
  if (!isThere) return fail('pack-not-there');
  // The length of a part that nobody says the whole of is no size.
  const isTold = status !== 206 || headers.has('content-range');
  const { total } = rangeOf(answer.value, 0);
  const bytes = isTold ? total : undefined;
  return bytes !== undefined && bytes > packBytesMax ? fail('pack-too-big') : ok(bytes);
}

export interface FetchWishes {
  readonly signal: AbortSignal;
  readonly arriving: Arriving;
  readonly now: () => number;
  readonly onProgress: (part: FetchedPart) => void;
}

const isWhole = ({ received, total }: FetchedPart): boolean =>
  total === undefined ? received > 0 : received === total;

/** Fetches what is missing of `part`, which keeps what came when it is stopped or breaks off. */
export async function fetchRest(
  part: FetchedPart,
  wishes: FetchWishes,
): Promise<Result<Blob, FetchFailure>> {
  if (part.version === undefined) startAgain(part);
  if (part.total !== undefined && isWhole(part)) return ok(new Blob(part.parts));
  const answer = await ask(part.address, `${part.received}-`, wishes.signal);
  if (!answer.ok) return answer;
  const response = answer.value;
  if (part.received > 0 && !goesOn(part, response)) {
    void response.body?.cancel().catch(() => {});
    startAgain(part);
    return fetchRest(part, wishes);
  }
  if (!response.ok) return fail('pack-not-there');
  part.total = rangeOf(response, part.received).total;
  part.version = versionOf(response);
  if ((part.total ?? 0) > packBytesMax) {
    void response.body?.cancel().catch(() => {});
    return fail('pack-too-big');
  }
  return take(part, response, wishes);
}

function startAgain(part: FetchedPart): void {
  Object.assign(part, nothingFetched(part.address));
}

/** The rest of the very file of which some is here: not another version, nor another part of it. */
function goesOn(part: FetchedPart, response: Response): boolean {
  const { from, total } = rangeOf(response, part.received);
  // Trouble on the other side says nothing about the file; that the part is not there does.
  if (!response.ok) return response.status !== 416;
  return (
    response.status === 206 &&
    from === part.received &&
    total === part.total &&
    versionOf(response) === part.version
  );
}

/** Kept so often: a tab that dies loses no more than this, also where the line is slow. */
const pieceBytes = 512 * 1024;
const pieceMs = 2_000;

/** Puts what comes aside for a later tab, in pieces; a full phone goes on without. */
function createKeeping(part: FetchedPart, { arriving, now }: FetchWishes) {
  let waiting: Blob[] = [];
  let hasRoom = part.version !== undefined;
  let bytes = 0;
  let keptAt = now();
  const keep = async (): Promise<void> => {
    const { address, received, total, version } = part;
    const piece = new Blob(waiting);
    waiting = [];
    bytes = 0;
    keptAt = now();
    if (!hasRoom || version === undefined || piece.size === 0) return;
    const file = { address, received, version, at: now(), ...(total !== undefined && { total }) };
    hasRoom = await arriving.keep(file, piece);
    if (!hasRoom) await arriving.forget(address);
  };
  return {
    async take(blob: Blob): Promise<void> {
      waiting.push(blob);
      bytes += blob.size;
      if (bytes >= pieceBytes || now() - keptAt >= pieceMs) await keep();
    },
    keep,
  };
}

async function take(
  part: FetchedPart,
  { body }: Response,
  wishes: FetchWishes,
): Promise<Result<Blob, FetchFailure>> {
  const { signal, onProgress } = wishes;
  const keeping = createKeeping(part, wishes);
  const reader = body?.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done || !value) break;
      const blob = new Blob([value]);
      part.parts.push(blob);
      part.received += value.byteLength;
      if (part.received > packBytesMax) {
        void reader?.cancel().catch(() => {});
        return fail('pack-too-big');
      }
      onProgress(part);
      await keeping.take(blob);
    }
  } catch {
    return fail(signal.aborted ? 'stopped' : 'no-answer');
  } finally {
    await keeping.keep();
  }
  return isWhole(part) ? ok(new Blob(part.parts)) : fail('no-answer');
}
