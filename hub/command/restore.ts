import { fromBase64 } from '../../src/base/bytes.ts';
import type { Circle } from '../../src/domain/sharing/level.ts';
import { circleName } from '../api/circle-address.ts';
import type { Register } from '../registers/register.ts';
import type { Sharing } from '../sharing.ts';
import type { Arrived } from '../storage/hub-storage.ts';
import { readBackup } from './backup-lines.ts';

const batchLength = 200;

/** Reads the whole file before it writes anything; the register is known only when all is there. */
export async function restore(
  sharing: Sharing,
  path: string,
  say: (line: string) => void,
): Promise<number> {
  const { registers, storage } = sharing;
  const { id, register } = await headOf(path);
  const why = refusal(sharing, id);
  if (why) {
    say(why);
    return 1;
  }
  // What a restoring that was broken off left behind.
  await sharing.clearAway(id);
  let count = 0;
  for await (const { circle, documents } of batches(path)) {
    await storage.use(circleName({ register: id, circle }), (store) => store.putBack(documents));
    count += documents.length;
  }
  const photos = await restoreBeside(sharing, id, path);
  const restored = await registers.restore(id, register);
  if (!restored.ok) {
    say(`It can't be restored: ${restored.error.kind}.`);
    return 1;
  }
  say(
    `${count} revisions and ${photos} photos of ${id} are back. Phones see that it is a copy, and compare.`,
  );
  return 0;
}

/** What a register has beside its circles. Resolves with how many photos that was. */
async function restoreBeside(
  { rings, farewells, photos }: Sharing,
  register: string,
  path: string,
): Promise<number> {
  let count = 0;
  for await (const line of readBackup(path)) {
    if ('ring' in line) await rings.restore(register, line.ring);
    if ('ended' in line) await farewells.keep(register, line.ended, line.farewell);
    if ('removed' in line) await photos.remove(register, line.removed);
    if (!('photo' in line)) continue;
    await photos.putBack(register, line.photo, fromBase64(line.sealed) ?? new Uint8Array());
    count += 1;
  }
  return count;
}

function refusal({ registers }: Sharing, id: string): string | undefined {
  if (registers.closed().has(id)) return `${id} was closed for good.`;
  return registers.all().has(id) ? `This hub has ${id} already.` : undefined;
}

/** The head of a file of which every line has been looked at. */
async function headOf(path: string): Promise<{ id: string; register: Register }> {
  let head: { id: string; register: Register } | undefined;
  let lines = 0;
  let told: number | undefined;
  for await (const line of readBackup(path)) {
    if ('patchbook' in line) head ??= line;
    else if ('end' in line) told = line.end;
    else lines += 1;
  }
  if (!head || told !== lines) throw new Error(`${path} is not whole.`);
  return head;
}

interface Batch {
  readonly circle: Circle;
  readonly documents: readonly Arrived[];
}

async function* batches(path: string): AsyncGenerator<Batch> {
  let circle: Circle = 'members';
  let documents: Arrived[] = [];
  for await (const line of readBackup(path)) {
    if (!('circle' in line)) continue;
    if (documents.length === batchLength || line.circle !== circle) {
      yield { circle, documents };
      documents = [];
    }
    circle = line.circle;
    documents.push(line.document);
  }
  yield { circle, documents };
}
