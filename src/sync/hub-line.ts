import * as v from 'valibot';
import type { Bytes } from '#base/bytes.ts';
import { clientHeader, clientVersion } from '#base/client-version.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { HubFailure } from './hub-failure.ts';
import { isInBetween, judgeRefusal, speaksBytes, speaksJson, wordIn } from './judge-answer.ts';
import { packText } from './pack-text.ts';
import { readBody, readBytes } from './read-body.ts';
import type { Timers } from './timers.ts';

/** The app's one door for requests; resolves with the answer as soon as it begins. */
export type Send = (url: string, init: RequestInit) => Promise<Result<Response, Failure>>;

export interface HubLineParts {
  /** Of the hub, as `URL.origin` spells it. */
  readonly origin: string;
  /** What stands behind `Bearer `; left out by whoever has no account yet. */
  readonly bearer?: string | undefined;
  readonly send: Send;
  readonly timers: Timers;
}

export interface Asked<T, W extends string = never> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** JSON. */
  readonly body?: unknown;
  /** In place of JSON: what is sealed already. */
  readonly bytes?: Bytes;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the answer must be; anything else is never used. */
  readonly schema: v.GenericSchema<unknown, T>;
  /** Bytes of the answer, unpacked; a small one by default. */
  readonly most?: number;
  /** Refusals by the hub's own word that whoever asks knows what to do about. */
  readonly words?: readonly W[];
  readonly signal?: AbortSignal | undefined;
}

export interface HubLine {
  readonly origin: string;
  /** `path` begins with `/`. */
  ask<T, W extends string = never>(
    path: string,
    asked: Asked<T, W>,
  ): Promise<Result<T, HubFailure | Failure<W>>>;
  /** Sealed bytes, at most `most` of them. Nobody but who opens them can tell whether they are right. */
  fetchBytes<W extends string = never>(
    path: string,
    asked: Pick<Asked<unknown, W>, 'words' | 'signal'> & { readonly most: number },
  ): Promise<Result<Bytes, HubFailure | Failure<W>>>;
  /** The answer itself as it begins, for one that never ends. */
  open(path: string, signal?: AbortSignal): Promise<Result<Response, HubFailure>>;
}

const smallAnswer = 64 * 1024;
/** Bytes of text: below, packing is not worth it. */
const worthPacking = 1_400;
const sealedType = 'application/octet-stream';
const welcomeSchema = v.object({ accepts: v.optional(v.array(v.string()), []) });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalIn<W extends string>(
  response: Response,
  body: unknown,
  words: readonly W[],
): Result<never, HubFailure | Failure<W>> {
  // Whoever stands before the hub may say so in words of its own.
  const said = response.status === 413 ? 'too-much' : wordIn(body);
  const word = words.find((known) => known === said);
  return word === undefined ? judgeRefusal(response, body) : fail(word);
}

function understand<T, W extends string>(
  response: Response,
  body: unknown,
  { schema, words = [] }: Asked<T, W>,
): Result<T, HubFailure | Failure<W>> {
  if (!response.ok) return refusalIn(response, body, words);
  // Cut off in the middle.
  if (body === undefined) return fail('no-answer');
  const read = v.safeParse(schema, body, { abortEarly: true, abortPipeEarly: true });
  return read.success ? ok(read.output) : fail('not-a-hub');
}

/**
 * All that is said to a hub goes through here. The token is sent to the hub's own origin only and
 * follows no redirect; what comes back counts only if it is small enough, JSON, and what was
 * asked for.
 */
export function hubLine({ origin, bearer, send, timers }: HubLineParts): HubLine {
  let takesGzip: boolean | undefined;

  const request = async (
    path: string,
    init: RequestInit,
  ): Promise<Result<Response, HubFailure>> => {
    const headers = {
      ...init.headers,
      [clientHeader]: String(clientVersion),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    };
    const url = new URL(path, origin);
    if (url.origin !== origin) throw new Error('That is not an address of the hub.');
    const answer = await send(url.href, {
      ...init,
      headers,
      cache: 'no-store',
      redirect: 'manual',
    });
    if (!answer.ok) return fail(answer.error.kind === 'offline' ? 'offline' : 'no-answer');
    if (!isInBetween(answer.value, origin)) return answer;
    answer.value.body?.cancel().catch(() => {});
    return fail('wants-sign-in');
  };

  /** Only what is certain: a hub that was not reached is asked again. */
  const learnWhetherGzip = async (signal: AbortSignal | undefined): Promise<boolean> => {
    const told = await ask('/db/', { schema: welcomeSchema, signal });
    if (!told.ok) return false;
    takesGzip = told.value.accepts.includes('gzip');
    return takesGzip;
  };

  const initOf = async (asked: Asked<unknown, string>) => {
    const { method = 'GET', body, bytes, signal, headers } = asked;
    const rest = { method, ...(signal && { signal }), ...(headers && { headers }) };
    if (bytes) return { ...rest, headers: { ...headers, 'content-type': sealedType }, body: bytes };
    if (body === undefined) return rest;
    const text = JSON.stringify(body);
    const type = { 'content-type': 'application/json' };
    const isPacked = text.length > worthPacking && (takesGzip ?? (await learnWhetherGzip(signal)));
    return isPacked
      ? { ...rest, headers: { ...type, 'content-encoding': 'gzip' }, body: await packText(text) }
      : { ...rest, headers: type, body: text };
  };

  const ask: HubLine['ask'] = async (path, asked) => {
    const answer = await request(path, await initOf(asked));
    if (!answer.ok) return answer;
    const response = answer.value;
    // What comes with a success but is no JSON, as a Wi-Fi's own page, is not even read.
    if (response.ok && !speaksJson(response)) {
      response.body?.cancel().catch(() => {});
      return fail('wants-sign-in');
    }
    const text = await readBody(response, asked.most ?? smallAnswer, timers);
    return text.ok ? understand(response, parsed(text.value), asked) : text;
  };

  const fetchBytes: HubLine['fetchBytes'] = async (path, { most, words = [], signal }) => {
    const answer = await request(path, signal ? { signal } : {});
    if (!answer.ok) return answer;
    const response = answer.value;
    if (response.ok && speaksBytes(response)) return readBytes(response, most, timers);
    const text = await readBody(response, smallAnswer, timers);
    if (!text.ok) return text;
    return response.ok ? fail('wants-sign-in') : refusalIn(response, parsed(text.value), words);
  };

  const open: HubLine['open'] = async (path, signal) => {
    const answer = await request(path, signal ? { signal } : {});
    if (!answer.ok) return answer;
    const response = answer.value;
    if (response.ok && speaksJson(response)) return answer;
    const text = await readBody(response, smallAnswer, timers);
    if (!text.ok) return text;
    return response.ok ? fail('wants-sign-in') : judgeRefusal(response, parsed(text.value));
  };

  return { origin, ask, fetchBytes, open };
}
