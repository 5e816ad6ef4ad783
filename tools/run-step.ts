import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface StepRun {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

export interface StepOptions {
  /** Shows the output while it comes; else it is only kept. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program of node_modules/.bin in the project's root. */
export function runStep(
  program: string,
  args: readonly string[],
  { show = false, env = {} }: StepOptions = {},
): Promise<StepRun> {
  const started = performance.now();
  const child = spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    if (show) process.stdout.write(chunk.toString());
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}
