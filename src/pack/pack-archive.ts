import { PMTiles, SharedPromiseCache } from 'pmtiles';
import { blobSource } from './blob-source.ts';
import { directoryBytesMax, tileBytesMax } from './limits.ts';
import { limitedUnpack } from './unpack.ts';

/** A kept pack, ready to give tiles. `key` tells it from other packs in the same cache. */
export const openPackArchive = (blob: Blob, key: string): PMTiles =>
  new PMTiles(
    blobSource(blob, key),
    new SharedPromiseCache(64, false, limitedUnpack(directoryBytesMax)),
    limitedUnpack(tileBytesMax),
  );
