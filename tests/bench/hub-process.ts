import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

export interface Wanted {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** As JSON. */
  readonly body?: string;
  /** The `Authorization` header. */
  readonly bearer?: string;
}

export interface Told {
  readonly status: number;
  readonly body: unknown;
}

/** A hub in a process of its own, with a folder of its own. */
export interface HubProcess {
  /** Without a slash at its end. */
  readonly origin: string;
  ask(wanted: Wanted): Promise<Told>;
  /** MB: the most memory that the process ever took (RSS). */
  peak(): Promise<number>;
  end(): Promise<void>;
}

const openSchema = v.object({ port: v.number() });
const peakSchema = v.object({ peak: v.number() });

/** `program`: a file of `tests/bench/hubs`, and what it is told besides its folder. */
export async function startHubProcess(
  program: string,
  ...told: readonly string[]
): Promise<HubProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'patchbook-bench-hub-'));
  const child = fork(join(import.meta.dirname, 'hubs', program), [folder, ...told], {
    execArgv: ['--import', 'tsx'],
  });
  const { port } = v.parse(openSchema, await said(child));
  return {
    origin: `http://127.0.0.1:${port}`,
    ask: (wanted) => askOnce(port, wanted),
    peak: async () => {
      const answer = said(child);
      child.send('peak');
      return v.parse(peakSchema, await answer).peak / 1_000_000;
    },
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function said(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit').then(() => {
    throw new Error('A hub ended before it answered.');
  });
  const [message]: unknown[] = await Promise.race([once(child, 'message'), gone]);
  return message;
}

/** By Node's bare client, which takes least of the processor from the hubs and keeps its lines. */
function askOnce(port: number, { method, path, body, bearer }: Wanted) {
  return new Promise<Told>((resolve, reject) => {
    const headers = {
      ...(bearer && { authorization: bearer }),
      ...(body && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      }),
    };
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body: text && JSON.parse(text) });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
