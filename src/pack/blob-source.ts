import type { RangeResponse, Source } from 'pmtiles';
import { readBytesMax } from './limits.ts';
import { DamagedPack } from './unpack.ts';

/** Reads ranges of a file held on the phone, and only ranges that are in it. */
export function blobSource(blob: Blob, key: string): Source {
  return {
    getKey: () => key,
    getBytes: async (offset: number, length: number): Promise<RangeResponse> => {
      const sound = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0;
      if (!sound || length < 0 || length > readBytesMax || offset > blob.size)
        throw new DamagedPack('points outside the file');
      return { data: await blob.slice(offset, offset + length).arrayBuffer() };
    },
  };
}
