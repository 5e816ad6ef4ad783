import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Bytes, randomBytes, toBase64, toBase64Url, toHex } from '#base/bytes.ts';
import { signWithDevice } from '#seal/device-signature.ts';
import { type Founded, foundRegister } from '#seal/founding.ts';
import { hostingBytes } from '#seal/hosting.ts';
import { createHub, type HubOptions } from '../../../../hub/create-hub.ts';
import { valueIn } from '../../seal/made-up-ring.ts';

/** A busy machine takes its time; only a test that hangs is cut off. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export interface RunningHub {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly dataFolder: string;
  readonly stop: () => Promise<void>;
}

export type HubWishes = Partial<Omit<HubOptions, 'dist'>>;

/** A page to serve and a folder for what the hub keeps; `forget` takes both off the disk. */
export function hubFolders() {
  const folder = mkdtempSync(join(tmpdir(), 'patchbook-hub-'));
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Patchbook</title>');
  return {
    dist,
    dataFolder: join(folder, 'data'),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The real hub on a free port. */
export async function startHub(folders: ReturnType<typeof hubFolders>, wishes: HubWishes = {}) {
  const { dist, dataFolder } = folders;
  const hub = createHub({ dist, dataFolder, ...wishes });
  await hub.listen({ port: 0, host: '127.0.0.1' });
  const address = hub.server.address();
  const running: RunningHub = {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    dataFolder,
    stop: () => hub.close(),
  };
  return running;
}

export interface MadeUpAccount {
  readonly id: string;
  readonly tokenHash: string;
  /** What stands in the `Authorization` header. */
  readonly bearer: string;
}

export function madeUpAccount(idBytes = 16): MadeUpAccount {
  const id = toHex(randomBytes(idBytes));
  const token = randomBytes(32);
  return {
    id,
    tokenHash: createHash('sha256').update(token).digest('hex'),
    bearer: `Bearer ${id}.${toBase64Url(token)}`,
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed, where it is JSON. */
  readonly body: unknown;
}

export type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Asks the hub as one account does, or as nobody. */
export const asking =
  (origin: string, account?: MadeUpAccount): Ask =>
  async (method, path, body) => {
    const answer = await fetch(origin + path, {
      method,
      headers: {
        ...(account && { authorization: account.bearer }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text && JSON.parse(text) };
  };

export interface HostedRegister {
  readonly id: string;
  readonly founded: Founded;
  readonly founder: MadeUpAccount;
  readonly ask: Ask;
}

/** What a founder asks a hub, signed. */
export async function hostingWish(founded: Founded, { id, tokenHash }: MadeUpAccount) {
  const at = '2026-11-26T10:00:00.000Z';
  const wish = { register: founded.id, account: id, tokenHash, at };
  const signature = await signWithDevice(founded.device.privateKey, hostingBytes(wish));
  return { founding: founded.record, account: id, tokenHash, at, signature: toBase64(signature) };
}

export const foundNow = async (): Promise<Founded> =>
  valueIn(await foundRegister(new Date('2026-05-04T10:11:12.345Z')));

/** A register founded on the spot, and hosted there. */
export async function hostRegister(origin: string): Promise<HostedRegister> {
  const founded = await foundNow();
  const founder = madeUpAccount();
  const answer = await asking(origin)(
    'POST',
    '/api/registers',
    await hostingWish(founded, founder),
  );
  if (answer.status !== 200) throw new Error(`The hub said ${answer.status}.`);
  return { id: founded.id, founded, founder, ask: asking(origin, founder) };
}

/** One more account of a register. */
export async function addAccount(
  { id, ask }: HostedRegister,
  circles: readonly string[],
  mayInvite = false,
): Promise<MadeUpAccount> {
  const account = madeUpAccount();
  const { tokenHash } = account;
  const path = `/api/registers/${id}/accounts/${account.id}`;
  const answer = await ask('PUT', path, { tokenHash, circles, mayInvite });
  if (answer.status !== 200) throw new Error(`The hub said ${answer.status}.`);
  return account;
}

/** As good as sealed: no two are equal. */
export const madeUpPhoto = (size: number): Bytes => randomFillSync(new Uint8Array(size));

/** Sends bytes as they are, to a photo's whole address. */
export async function sendPhoto(
  url: string,
  { bearer }: Pick<MadeUpAccount, 'bearer'>,
  body: Bytes | string,
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { authorization: bearer, 'content-type': 'application/octet-stream', ...headers },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}
