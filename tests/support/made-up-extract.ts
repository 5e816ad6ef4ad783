import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Box } from '../../tools/pack/box.ts';
import { openExtract } from '../../tools/pack/extract/open-extract.ts';
import { type Gathered, gather } from '../../tools/pack/gather.ts';
import { elementsOf, makePbf } from './make-pbf.ts';

/** A neighbourhood written by hand: a river, a park with a hole, two streets, ten houses. */
export const madeUpExtract = join(import.meta.dirname, '../fixtures/maps/made-up.osm');
export const extractBox: Box = [-3.0, 51.574, -2.99, 51.58];

/** A folder that is gone after the test. */
export function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'patchbook-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function passingFile(name: string, content: Uint8Array | string): string {
  const path = join(passingFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** The same neighbourhood as `.osm.pbf`. */
export async function pbfTwin(): Promise<string> {
  const extract = await openExtract(madeUpExtract);
  const pbf = makePbf(await elementsOf(extract));
  await extract.close();
  return passingFile('made-up.osm.pbf', pbf);
}

export const quiet = () => () => undefined;

export async function gathered(path = madeUpExtract, box = extractBox): Promise<Gathered> {
  const extract = await openExtract(path);
  try {
    return await gather(extract, box, quiet);
  } finally {
    await extract.close();
  }
}
