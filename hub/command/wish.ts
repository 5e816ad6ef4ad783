import { resolve } from 'node:path';
import * as v from 'valibot';
import { readAs } from '../api/answer.ts';
import { idSchema } from '../registers/register.ts';
import type { Sharing } from '../sharing.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

export type Say = (line: string) => void;

/** What an operator asks of a hub. Files by absolute paths: the hub may run elsewhere. */
export const wishSchema = v.variant('name', [
  v.strictObject({ name: v.literal('backup'), register: idSchema, file: v.string() }),
  v.strictObject({ name: v.literal('restore'), file: v.string() }),
  v.strictObject({ name: v.literal('close'), register: idSchema }),
]);
export type Wish = Readonly<v.InferOutput<typeof wishSchema>>;

/** Undefined for words that are no command. */
export function readWish([name, ...rest]: readonly string[]): Wish | undefined {
  const [first, second] = rest;
  if (name === 'restore' && first && rest.length === 1) return { name, file: resolve(first) };
  if (name === 'close' && rest.length === 1) return readAs(wishSchema, { name, register: first });
  if (name !== 'backup' || !second || rest.length !== 2) return undefined;
  return readAs(wishSchema, { name, register: first, file: resolve(second) });
}

/** Resolves with the exit code. */
export async function fulfil(wish: Wish, sharing: Sharing, say: Say): Promise<number> {
  if (wish.name === 'backup') return backUp(sharing, wish.register, wish.file, say);
  if (wish.name === 'restore') return restore(sharing, wish.file, say);
  const wasThere = sharing.registers.all().has(wish.register);
  await sharing.closeRegister(wish.register);
  say(
    wasThere
      ? `${wish.register} is closed. Phones that ask for it are told so.`
      : `This hub had no ${wish.register}. It will not take it in, either.`,
  );
  return 0;
}
