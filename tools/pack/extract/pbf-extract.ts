import type { FileHandle } from 'node:fs/promises';
import { PackTrouble } from '../trouble.ts';
import { dayOf, type Extract, type Visitor } from './elements.ts';
import { type BlobPlace, blobAfter, blobContent } from './pbf-blobs.ts';
import { type BlockKinds, readBlock } from './pbf-block.ts';
import { brokenExtract, readFields } from './protobuf.ts';

const known = new Set(['OsmSchema-V0.6', 'DenseNodes']);

interface Header {
  /** When the copy was made of which this is a cut, in ms. */
  madeMs: number;
}

function readHeader(bytes: Uint8Array): Header {
  const header: Header = { madeMs: 0 };
  readFields(bytes, (field, reader) => {
    if (field === 4) refuseUnknown(reader.readString());
    if (field === 32) header.madeMs = reader.readVarint(true) * 1000;
  });
  return header;
}

function refuseUnknown(feature: string): void {
  if (known.has(feature)) return;
  throw new PackTrouble(
    feature === 'HistoricalInformation'
      ? 'The extract holds the history of the map. Take one of the map as it is now.'
      : `The extract needs a reader that knows "${feature.slice(0, 40)}".`,
  );
}

type Indexed = BlobPlace & { readonly kinds: BlockKinds };

const wants = ({ node, way, relation }: Visitor, kinds: BlockKinds): boolean =>
  Boolean((node && kinds.node) || (way && kinds.way) || (relation && kinds.relation));

/** An open `.osm.pbf`. The first reading notes what each block holds, so later ones are quicker. */
export async function openPbf(file: FileHandle, fileBytes: number): Promise<Extract> {
  const first = await blobAfter(file, 0, fileBytes);
  if (first?.type !== 'OSMHeader') throw brokenExtract();
  const { madeMs } = readHeader(await blobContent(file, first));
  let newestMs = 0;
  let index: readonly Indexed[] | undefined;

  const readOne = async (place: BlobPlace, visitor: Visitor): Promise<BlockKinds> =>
    readBlock(await blobContent(file, place), visitor, (ms) => {
      newestMs = Math.max(newestMs, ms);
    });

  const readFirst = async (visitor: Visitor, told: (share: number) => void) => {
    const found: Indexed[] = [];
    let place = await blobAfter(file, first.at + first.bytes, fileBytes);
    while (place) {
      if (place.type === 'OSMData') found.push({ ...place, kinds: await readOne(place, visitor) });
      told(place.at / fileBytes);
      place = await blobAfter(file, place.at + place.bytes, fileBytes);
    }
    index = found;
  };

  return {
    async read(visitor, told = () => undefined) {
      if (!index) return readFirst(visitor, told);
      for (const place of index) {
        if (wants(visitor, place.kinds)) await readOne(place, visitor);
        told(place.at / fileBytes);
      }
    },
    day: () => dayOf(madeMs) ?? dayOf(newestMs),
    close: () => file.close(),
  };
}
