import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { openSlowNet, type SlowNet } from '../../bench/slow-net.ts';

const file = new Uint8Array(50_000).fill(7);
const server = createServer((_request, response) => response.end(file));
let net: SlowNet | undefined;

afterEach(async () => {
  await net?.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function open(bytesPerSecond: number, roundTripMs: number): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  net = await openSlowNet(`http://localhost:${port}`, { bytesPerSecond, roundTripMs });
  return net.origin;
}

async function fetched(origin: string): Promise<number> {
  const started = performance.now();
  const bytes = new Uint8Array(await (await fetch(origin)).arrayBuffer());
  expect(bytes).toEqual(file);
  return performance.now() - started;
}

it('brings every byte, no faster than it may', async () => {
  const origin = await open(100_000, 0);
  expect(await fetched(origin)).toBeGreaterThan(400);
});

it('shares its speed among connections', async () => {
  const origin = await open(200_000, 0);
  const [one = 0, other = 0] = await Promise.all([fetched(origin), fetched(origin)]);
  expect(Math.max(one, other)).toBeGreaterThan(400);
});

it('takes a round trip for what is asked, and one more for a new connection', async () => {
  const origin = await open(100_000_000, 100);
  const first = await fetched(origin);
  expect(first).toBeGreaterThan(195);
  expect(await fetched(origin)).toBeGreaterThan(95);
});
