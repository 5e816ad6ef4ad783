import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '#base/bytes.ts';
import { makePack } from '../pack/make-pack.ts';
import { packed } from '../pack/write-pmtiles.ts';
import { houses } from './ground/built.ts';
import { demoBox, makeGround } from './ground/make-ground.ts';
import { makeBook } from './make-records.ts';

export interface Demo {
  /** The ground as an `.osm` file. */
  readonly osm: string;
  readonly pack: Bytes;
  /** People, groups, places and the rest, as a member's own copy. */
  readonly book: string;
}

export const demoFiles = {
  osm: 'tools/demo/pont-dychmyg.osm',
  pack: 'public/demo/pont-dychmyg.pmtiles',
  book: 'public/demo/pont-dychmyg.json',
} as const;

const quiet = () => () => undefined;

/** As `npm run pack` does it, but gzipped so that every machine makes the same bytes. */
async function packOf(osm: string): Promise<Bytes> {
  const folder = await mkdtemp(join(tmpdir(), 'patchbook-demo-'));
  try {
    const extract = join(folder, 'pont-dychmyg.osm');
    await writeFile(extract, osm);
    const made = await makePack(
      {
        extract,
        box: demoBox,
        name: 'Pont Dychmyg (made up)',
        attribution: 'Made up: nothing here is real',
        out: { folder, file: 'pont-dychmyg.pmtiles' },
        postcodes: [],
      },
      quiet,
      packed,
    );
    if (made.warnings.length > 0) throw new Error(made.warnings.join(' '));
    return made.bytes;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The whole made-up neighbourhood; the same bytes each time. */
export async function makeDemo(): Promise<Demo> {
  const osm = makeGround(houses);
  return { osm, pack: await packOf(osm), book: makeBook() };
}
