import type { Visitor } from './elements.ts';
import type { Block } from './pbf-columns.ts';
import { readDense, readNode } from './pbf-nodes.ts';
import { createStringTable } from './pbf-strings.ts';
import { readRelation, readWay } from './pbf-ways.ts';
import { brokenExtract, readFields } from './protobuf.ts';

/** What a block holds, as far as its groups tell; later passes skip what has nothing for them. */
export interface BlockKinds {
  node: boolean;
  way: boolean;
  relation: boolean;
}

/** Writers put a few groups into a block; millions of empty ones are an attack on memory. */
const groupsMax = 10_000;

/** Thousands of nodes weigh less than 1 MB, and so does the longest way or relation. */
const messageBytesMax = 8 * 1024 * 1024;

interface BlockHead {
  strings: Uint8Array;
  granularity: number;
  lat: number;
  lon: number;
  dateMs: number;
}

/** Reads a PrimitiveBlock. `stamped` hears when its nodes were edited. */
export function readBlock(
  bytes: Uint8Array,
  visitor: Visitor,
  stamped: (ms: number) => void,
): BlockKinds {
  const head: BlockHead = {
    strings: new Uint8Array(),
    granularity: 100,
    lat: 0,
    lon: 0,
    dateMs: 1000,
  };
  const groups: Uint8Array[] = [];
  readFields(bytes, (field, reader) => {
    if (field === 1) head.strings = reader.readBytes();
    else if (field === 2) {
      if (groups.length >= groupsMax) throw brokenExtract();
      groups.push(reader.readBytes());
    } else if (field === 17) head.granularity = reader.readVarint();
    else if (field === 18) head.dateMs = reader.readVarint();
    else if (field === 19) head.lat = reader.readVarint(true);
    else if (field === 20) head.lon = reader.readVarint(true);
  });
  const block: Block = {
    strings: createStringTable(head.strings),
    lonAt: (value) => earthly((head.lon + head.granularity * value) / 100, 180),
    latAt: (value) => earthly((head.lat + head.granularity * value) / 100, 90),
    dateMs: head.dateMs,
    visitor,
    stamped,
  };
  const kinds: BlockKinds = { node: false, way: false, relation: false };
  for (const group of groups) readGroup(group, block, kinds);
  return kinds;
}

/** Degrees × 1e7. */
function earthly(value: number, most: number): number {
  const rounded = Math.round(value);
  if (!(Math.abs(rounded) <= most * 1e7)) throw brokenExtract();
  return rounded;
}

type Kind = keyof BlockKinds;
/** Which kind of element a field of a group holds; nodes come one by one or dense. */
const kindOfField: readonly (Kind | undefined)[] = [undefined, 'node', 'node', 'way', 'relation'];

function readGroup(bytes: Uint8Array, block: Block, kinds: BlockKinds): void {
  const { visitor } = block;
  readFields(bytes, (field, reader) => {
    const kind = kindOfField[field];
    if (kind) kinds[kind] = true;
    if (!kind || !visitor[kind]) return;
    const message = reader.readBytes();
    if (message.length > messageBytesMax) throw brokenExtract();
    if (field === 1) readNode(message, block);
    else if (field === 2) readDense(message, block);
    else if (field === 3) readWay(message, block);
    else readRelation(message, block);
  });
}
