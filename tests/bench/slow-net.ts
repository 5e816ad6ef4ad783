import { createConnection, createServer, type Server, type Socket } from 'node:net';

export interface SlowNet {
  /** The same server, reached through the slow network. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

interface Speed {
  /** Bytes a second towards the phone, over all connections together. */
  readonly bytesPerSecond: number;
  /** ms from asking until the first byte may come; a new connection costs one more. */
  readonly roundTripMs: number;
}

const piece = 4_096;
/** A server that is read no faster than this holds no more in the queue than a router would. */
const mostWaiting = 64 * 1024;

interface Line {
  readonly phone: Socket;
  readonly server: Socket;
  waiting: Uint8Array[];
  bytes: number;
}

/**
 * A slow network before a server on this machine. The browser's own throttle slows the page alone,
 * not its service worker, which fetches the most. Connections take turns, as on a real network.
 */
export async function openSlowNet(to: string, speed: Speed): Promise<SlowNet> {
  const lines = new Set<Line>();
  const clock = sendInTurns(lines, speed.bytesPerSecond);
  const sockets = new Set<Socket>();
  const server = createServer((phone) => {
    const upstream = createConnection({ host: 'localhost', port: Number(new URL(to).port) });
    const line: Line = { phone, server: upstream, waiting: [], bytes: 0 };
    lines.add(line);
    for (const socket of [phone, upstream]) sockets.add(socket.on('error', () => socket.destroy()));
    carryUp(line, speed.roundTripMs);
    carryDown(line);
    phone.on('close', () => {
      lines.delete(line);
      upstream.destroy();
      sockets.delete(phone);
      sockets.delete(upstream);
    });
  });
  const port = await listening(server);
  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      clearInterval(clock);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

/** What a phone asks takes a round trip; the first thing it asks of a connection takes two. */
function carryUp({ phone, server }: Line, roundTripMs: number): void {
  let due = 0;
  phone.on('data', (asked) => {
    const now = performance.now();
    due = due === 0 ? now + 2 * roundTripMs : Math.max(due, now + roundTripMs);
    setTimeout(() => server.write(new Uint8Array(asked)), due - now);
  });
}

function carryDown(line: Line): void {
  const { phone, server } = line;
  server.on('data', (answer) => {
    line.waiting.push(new Uint8Array(answer));
    line.bytes += answer.byteLength;
    if (line.bytes > mostWaiting) server.pause();
  });
  server.on('close', () => {
    if (line.bytes === 0) phone.end();
  });
}

/** A piece of each line in turn, as much as the time since allows; idle time is not saved up. */
function sendInTurns(lines: ReadonlySet<Line>, bytesPerSecond: number) {
  let last = performance.now();
  let allowed = 0;
  return setInterval(() => {
    const now = performance.now();
    allowed += ((now - last) * bytesPerSecond) / 1_000;
    last = now;
    for (let isSending = true; isSending && allowed > 0; ) {
      isSending = false;
      for (const line of lines) {
        if (allowed <= 0) break;
        const sent = sendPiece(line);
        allowed -= sent;
        isSending ||= sent > 0;
      }
    }
    if (allowed > 0) allowed = 0;
  }, 2);
}

function sendPiece(line: Line): number {
  const [first, ...rest] = line.waiting;
  if (!first) return 0;
  const now = first.subarray(0, piece);
  const later = first.subarray(piece);
  line.waiting = later.byteLength > 0 ? [later, ...rest] : rest;
  line.bytes -= now.byteLength;
  line.phone.write(now);
  if (line.bytes < mostWaiting) line.server.resume();
  if (line.bytes === 0 && line.server.closed) line.phone.end();
  return now.byteLength;
}
