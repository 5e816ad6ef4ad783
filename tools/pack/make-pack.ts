import type { Bytes } from '#base/bytes.ts';
import type { Places } from '#pack/places.ts';
import { type Box, widened } from './box.ts';
import { openExtract } from './extract/open-extract.ts';
import { type Gathered, gather, walkMarginMetres } from './gather.ts';
import { makeGraph } from './graph/make-graph.ts';
import { cutTiles } from './ground/cut-tiles.ts';
import { drawGround } from './ground/draw.ts';
import { readCodePoint } from './places/code-point.ts';
import { makePlaces } from './places/make-places.ts';
import type { PackSettings } from './settings.ts';
import { attributionFor, homesIn } from './words.ts';
import { writeNeighbourhood } from './write-neighbourhood.ts';
import { type Gzip, squeezed } from './write-pmtiles.ts';

export interface MadePack {
  readonly bytes: Bytes;
  readonly day: string | undefined;
  readonly tiles: number;
  readonly streets: number;
  readonly addresses: number;
  readonly postcodes: number;
  readonly junctions: number;
  /** What the extract could not give, one sentence each. */
  readonly warnings: readonly string[];
}

/** Hears what is being done now; the answer hears how much of it is done, 0 to 1. */
export type Progress = (step: string) => (share: number) => void;

interface Read {
  readonly gathered: Gathered;
  readonly day: string | undefined;
  readonly official: Places['postcodes'];
}

async function readOfficial(
  files: readonly string[],
  box: Box,
  progress: Progress,
): Promise<Places['postcodes']> {
  const official: Places['postcodes'] = [];
  for (const file of files) {
    progress('official postcodes');
    for (const one of await readCodePoint(file, box)) official.push(one);
  }
  return official;
}

async function readAll(settings: PackSettings, progress: Progress): Promise<Read> {
  const extract = await openExtract(settings.extract);
  try {
    const gathered = await gather(extract, settings.box, progress);
    const official = await readOfficial(settings.postcodes, settings.box, progress);
    return { gathered, day: extract.day(), official };
  } finally {
    await extract.close();
  }
}

/** The year a file of postcodes tells by its name, else that of the map. */
function yearOf(files: readonly string[], day: string | undefined): string {
  const named = files.join(' ').match(/(?<!\d)20\d\d(?!\d)/g) ?? [];
  return [...named].sort().at(-1) ?? day?.slice(0, 4) ?? '';
}

function warningsFor(made: {
  readonly cutAreas: number;
  readonly isCoastCut: boolean;
  readonly junctions: number;
  readonly noneOfficial: boolean;
}): readonly string[] {
  const { cutAreas } = made;
  return [
    ...(cutAreas > 0
      ? [
          `Woods, waters or other wide areas that the extract's edge cuts off, so that they are not whole: ${cutAreas}.`,
        ]
      : []),
    ...(made.isCoastCut
      ? ['The coast stops inside the box, so its water is a guess. Cut from a larger extract.']
      : []),
    ...(made.junctions === 0
      ? ['No paths were found: the app cannot tell how long a walk is.']
      : []),
    ...(made.noneOfficial ? ['The file of postcodes has none in this box.'] : []),
  ];
}

/**
 * Makes a pack of a box out of an extract of OpenStreetMap. The same input gives the same bytes,
 * with `packed` on every machine.
 * Throws PackTrouble with a sentence where none can be made.
 */
export async function makePack(
  settings: PackSettings,
  progress: Progress,
  gzip: Gzip = squeezed,
): Promise<MadePack> {
  const { box, name, postcodes } = settings;
  const { gathered, day, official } = await readAll(settings, progress);
  progress('streets, addresses and postcodes');
  const places = makePlaces(gathered, box, official);
  progress('where one can walk');
  const graph = makeGraph(gathered, widened(box, walkMarginMetres));
  progress('the map and its tiles');
  const { drawn, cutAreas, isCoastCut } = drawGround(gathered, box);
  const tiles = cutTiles(drawn, box);
  const attribution =
    settings.attribution ??
    attributionFor(postcodes.length > 0 ? yearOf(postcodes, day) : undefined);
  const { junctions } = graph;
  const noneOfficial = postcodes.length > 0 && official.length === 0;
  return {
    bytes: writeNeighbourhood({ name, box, day, attribution, tiles, places, graph, gzip }),
    day,
    tiles: tiles.length,
    streets: places.streets.length,
    addresses: homesIn(places),
    postcodes: places.postcodes.length,
    junctions,
    warnings: warningsFor({ cutAreas, isCoastCut, junctions, noneOfficial }),
  };
}
