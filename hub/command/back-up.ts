import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { toBase64 } from '../../src/base/bytes.ts';
import { circles } from '../../src/domain/sharing/level.ts';
import { circleName } from '../api/circle-address.ts';
import type { Register } from '../registers/register.ts';
import type { Sharing } from '../sharing.ts';
import type { CircleStore } from '../storage/hub-storage.ts';
import { type BackupLine, writtenLine } from './backup-lines.ts';

type Write = (line: BackupLine) => Promise<void>;

/** Writes one register into a file, which gets its name only when all of it is on disk. */
export async function backUp(
  sharing: Sharing,
  register: string,
  path: string,
  say: (line: string) => void,
): Promise<number> {
  const content = sharing.registers.all().get(register);
  if (!content) {
    say(`This hub has no register ${register}.`);
    return 1;
  }
  const { revisions, photos } = await writeFileWhole(path, async (write) => {
    await write({ patchbook: 'hub-backup', v: 1, id: register, register: content });
    const written = { revisions: 0, photos: 0, others: 0 };
    const tell: Write = async (line) => {
      await write(line);
      written['document' in line ? 'revisions' : 'photo' in line ? 'photos' : 'others'] += 1;
    };
    await writeCircles(sharing, register, tell);
    for await (const line of linesBeside(sharing, register, content)) await tell(line);
    await write({ end: written.revisions + written.photos + written.others });
    return written;
  });
  say(`${revisions} revisions and ${photos} photos are in ${path}. Delete it within 30 days.`);
  return 0;
}

async function writeCircles({ storage }: Sharing, register: string, write: Write): Promise<void> {
  for (const circle of circles)
    await storage.use(circleName({ register, circle }), async (store) => {
      for await (const document of allLeaves(store)) await write({ circle, document });
    });
}

/** What a register has beside its circles. */
async function* linesBeside(
  { rings, farewells, photos }: Sharing,
  register: string,
  { ended = [] }: Register,
): AsyncGenerator<BackupLine> {
  const ring = await rings.stored(register);
  if (ring) yield { ring };
  for (const { account } of ended) {
    const farewell = await farewells.read(register, account);
    if (farewell !== undefined) yield { ended: account, farewell };
  }
  const { photos: ids, removed } = await photos.list(register);
  for (const id of ids) {
    const photo = await photos.read(register, id);
    if (photo) yield { photo: id, sealed: toBase64(photo) };
  }
  for (const id of removed) yield { removed: id };
}

const pageLength = 200;

async function* allLeaves(store: CircleStore) {
  let since = 0;
  for (let more = true; more; ) {
    const { moved, lastSeq } = await store.page(since, pageLength);
    for (const { id } of moved)
      for (const found of await store.read({ id }, false)) if ('ok' in found) yield found.ok;
    since = lastSeq;
    more = moved.length === pageLength;
  }
}

async function writeFileWhole<T>(path: string, fill: (write: Write) => Promise<T>): Promise<T> {
  const beside = `${path}.new`;
  const file: FileHandle = await open(beside, 'wx', 0o600);
  try {
    const filled = await fill(async (line) => {
      await file.write(writtenLine(line));
    });
    await file.sync();
    await file.close();
    await rename(beside, path);
    return filled;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(beside, { force: true });
    throw error;
  }
}
