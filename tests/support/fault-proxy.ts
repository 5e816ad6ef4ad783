import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

export interface Passing {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** How many of this method and address (without query) came before. */
  readonly before: number;
  readonly authorization: string | undefined;
  /** Bytes of the body as they came. */
  readonly size: number;
}

/** What becomes of one request instead of simply passing it on. */
export type Fault =
  /** Answered here; the hub never hears of it. */
  | { readonly instead: Answer }
  /** The hub does it, and its answer is lost. */
  | 'lose-answer'
  /** The line breaks before the hub hears of it. */
  | 'break'
  /** The answer ends in its middle. */
  | 'cut-answer'
  /** The hub gets the first half of what it is told, and then the line breaks. */
  | 'cut-upload'
  /** The answer's JSON is another one; `sent`: what was asked, as the phone spelled it. */
  | Change;

interface Change {
  readonly change: (body: unknown, sent: string) => unknown;
  /** What the hub is asked instead. */
  readonly rewrite?: (sent: string) => string;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Faults = (passing: Passing) => Fault | undefined;

const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };
export const htmlPage = (status = 200): Fault => ({
  instead: { status, headers: html, body: '<!doctype html><title>Welcome to Café Wi-Fi</title>' },
});
export const jsonSaying = (body: unknown, status = 200): Fault => ({
  instead: { status, headers: json, body: JSON.stringify(body) },
});
export const redirectTo = (location: string): Fault => ({
  instead: { status: 302, headers: { location } },
});

export interface FaultProxy {
  readonly origin: string;
  /** Of the hub behind it. */
  target: string;
  /** From now on. */
  faults: Faults;
  /** All that passed, oldest first. */
  readonly passed: Passing[];
  /** Bytes of bodies up and down, as they are on the wire. */
  bytes: number;
  /** Bytes a second that the line carries, all requests together; without, as many as it can. */
  speed: number | undefined;
  stop(): Promise<void>;
}

interface Came {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const gzipMark = '\x1f\x8b';
const unpacked = ({ headers }: IncomingMessage, body: Buffer): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(new Uint8Array(body)) : body).toString();

function passOn(
  to: string,
  incoming: IncomingMessage,
  body: Buffer,
  plain: boolean,
): Promise<Came> {
  const headers = { ...incoming.headers, host: new URL(to).host };
  if (plain) delete headers['accept-encoding'];
  if (plain && body.toString('latin1', 0, 2) !== gzipMark) delete headers['content-encoding'];
  headers['content-length'] = String(body.length);
  return new Promise((resolve, reject) => {
    const options = { method: incoming.method ?? 'GET', headers };
    const outgoing = request(`${to}${incoming.url}`, options, async (answer) => {
      const came = await buffer(answer).catch(() => Buffer.alloc(0));
      resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: came });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Says how much is coming, and breaks off half-way; over once the hub can have no more of it. */
function halfOf(to: string, { method = 'GET', url, headers }: IncomingMessage, body: Buffer) {
  const whole = { ...headers, host: new URL(to).host, 'content-length': String(body.length) };
  const outgoing = request(`${to}${url}`, { method, headers: whole });
  return new Promise<void>((resolve) => {
    outgoing.on('error', () => {});
    outgoing.on('close', () => resolve());
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  });
}

/** For an answer that never ends. */
function flow(to: string, { url, headers }: IncomingMessage, response: ServerResponse): void {
  const outgoing = request(`${to}${url}`, { headers: { ...headers, host: new URL(to).host } });
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  response.on('close', () => outgoing.destroy());
  outgoing.end();
}

function tell(response: ServerResponse, { status, headers, body }: Came, share = 1): void {
  const { 'transfer-encoding': _, ...rest } = headers;
  response.writeHead(status, { ...rest, 'content-length': String(body.length) });
  if (share === 1) response.end(body);
  else response.write(body.subarray(0, Math.floor(body.length * share)), () => response.destroy());
}

/** A real server between phones and a hub, whose faults are chosen for each request. */
export async function faultProxy(hub: string): Promise<FaultProxy> {
  const counts = new Map<string, number>();
  const note = (incoming: IncomingMessage, size: number): Passing => {
    const { method = 'GET', url: path = '/' } = incoming;
    const name = `${method} ${path.split('?')[0]}`;
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    const { authorization } = incoming.headers;
    const passing = { method, path, before, authorization, size };
    proxy.passed.push(passing);
    return passing;
  };

  /** One after the other: a narrow line is no wider for several at once. */
  let free = 0;
  const carried = async (bytes: number): Promise<void> => {
    if (proxy.speed === undefined) return;
    free = Math.max(free, performance.now()) + (bytes / proxy.speed) * 1_000;
    await setTimeout(free - performance.now());
  };

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const fault = proxy.faults(note(incoming, body.length));
    if (fault === 'break') return void response.destroy();
    if (fault === 'cut-upload') {
      await halfOf(proxy.target, incoming, body);
      return void response.destroy();
    }
    if (typeof fault === 'object' && 'instead' in fault) {
      const { status, headers = {}, body: said = '' } = fault.instead;
      return void response.writeHead(status, { ...headers }).end(said);
    }
    if (typeof fault === 'object') return tell(response, await changed(fault, incoming, body));
    if (incoming.url?.endsWith('/moved')) return flow(proxy.target, incoming, response);
    const came = await passOn(proxy.target, incoming, body, false);
    proxy.bytes += body.length + came.body.length;
    await carried(body.length + came.body.length);
    if (fault === 'lose-answer') return void response.destroy();
    tell(response, came, fault === 'cut-answer' ? 0.5 : 1);
  };

  const changed = async (fault: Change, incoming: IncomingMessage, body: Buffer) => {
    const sent = unpacked(incoming, body);
    const asked = fault.rewrite ? Buffer.from(fault.rewrite(sent)) : body;
    const came = await passOn(proxy.target, incoming, asked, true);
    const told = fault.change(JSON.parse(came.body.toString() || 'null'), sent);
    return { ...came, body: Buffer.from(JSON.stringify(told)) };
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: FaultProxy = {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    target: hub,
    faults: () => undefined,
    passed: [],
    bytes: 0,
    speed: undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
