/** What a pack may cost to read. A neighbourhood needs 1–4 MB; a hostile file gets no further. */
export const packBytesMax = 200_000_000;

/** The first bytes of every archive, in one read: header and root directory (PMTiles 3, part 3). */
export const packStartBytes = 16_384;

/** Unpacked bytes of one directory: some hundred thousand entries, read in a few milliseconds. */
export const directoryBytesMax = 512_000;

/** Unpacked bytes of the words about the pack. */
export const metadataBytesMax = 1_000_000;

/** Unpacked bytes of one tile; the spec advises half a megabyte packed. */
export const tileBytesMax = 8_000_000;

/** Packed and unpacked bytes of what a pack carries besides tiles: places, or where one can walk. */
export const partBytesMax = 4_000_000;
export const unpackedPartBytesMax = 32_000_000;

/** Bytes read from the file at once. */
export const readBytesMax = 8_000_000;

/** Parts of the directory and tiles looked at before a pack is believed. */
export const leavesChecked = 16;
export const tilesChecked = 6;

/** A file on a slow card or in a cloud folder may never answer. */
export const readPackMs = 10_000;
