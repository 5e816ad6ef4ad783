import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { readAs } from '../api/answer.ts';
import type { Sharing } from '../sharing.ts';
import { fulfil, type Say, type Wish, wishSchema } from './wish.ts';

/** A door in the data folder, for whoever may read that folder: the hub's own user. */
const doorIn = (folder: string): string => join(folder, 'control');

const askedSchema = v.pipe(v.string(), v.parseJson(), wishSchema);
const answerSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.union([v.strictObject({ say: v.string() }), v.strictObject({ code: v.number() })]),
);

/**
 * Lets the command line ask a hub that runs. The folder is locked by this process, so a door that
 * is there is left over. Resolves with what closes it.
 */
export async function openControl(folder: string, sharing: Sharing): Promise<() => Promise<void>> {
  // Windows has no such doors in folders; there the hub has to be stopped first.
  if (process.platform === 'win32') return async () => {};
  const door = doorIn(folder);
  await rm(door, { force: true });
  const server = createServer((socket) => answer(socket, sharing));
  server.listen(door);
  try {
    await once(server, 'listening');
  } catch (error) {
    // A name that is too long, or a disk that has no such doors.
    console.error('This hub can only be commanded while it is stopped:', error);
    return async () => {};
  }
  await chmod(door, 0o600);
  return async () => {
    server.close();
    await once(server, 'close');
  };
}

function answer(socket: Socket, sharing: Sharing): void {
  const tell = (line: object) => socket.writable && socket.write(`${JSON.stringify(line)}\n`);
  socket.on('error', () => socket.destroy());
  createInterface({ input: socket }).once('line', async (line) => {
    const say: Say = (said) => tell({ say: said });
    const wish = readAs(askedSchema, line);
    const code = wish && (await fulfil(wish, sharing, say).catch(sayWhy(say)));
    tell({ code: code ?? 2 });
    socket.end();
  });
}

const sayWhy = (say: Say) => (error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
};

/** The exit code, or undefined where no hub works with this folder. */
export async function askRunningHub(
  folder: string,
  wish: Wish,
  say: Say,
): Promise<number | undefined> {
  const socket = connect(doorIn(folder));
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  if (!isOpen) return undefined;
  socket.write(`${JSON.stringify(wish)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const told = readAs(answerSchema, line);
    if (told && 'code' in told) return told.code;
    if (told) say(told.say);
  }
  say('The hub stopped before it was done.');
  return 1;
}
