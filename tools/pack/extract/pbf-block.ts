import type { PbfReader } from 'pbf';
import type { Member, Tags, Visitor } from './elements.ts';
import { createStringTable, type StringTable } from './pbf-strings.ts';
import { brokenExtract, readFields } from './protobuf.ts';

/** What a block holds, as far as its groups tell; later passes skip what has nothing for them. */
export interface BlockKinds {
  node: boolean;
  way: boolean;
  relation: boolean;
}

interface BlockHead {
  strings: Uint8Array;
  granularity: number;
  lat: number;
  lon: number;
  dateMs: number;
}

interface Block {
  readonly strings: StringTable;
  readonly lonAt: (value: number) => number;
  readonly latAt: (value: number) => number;
  readonly dateMs: number;
  readonly visitor: Visitor;
  readonly stamped: (ms: number) => void;
}

const noTags: Tags = new Map();
const never = () => noTags;

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
    else if (field === 2) groups.push(reader.readBytes());
    else if (field === 17) head.granularity = reader.readVarint();
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

/** Nodes come one by one or dense. */
const kindOfField: readonly (keyof BlockKinds | undefined)[] = [
  ...([undefined, 'node', 'node', 'way', 'relation'] as const),
];

function readGroup(bytes: Uint8Array, block: Block, kinds: BlockKinds): void {
  const { visitor } = block;
  readFields(bytes, (field, reader) => {
    const kind = kindOfField[field];
    if (kind) kinds[kind] = true;
    if (!kind || !visitor[kind]) return;
    if (field === 1) readNode(reader.readBytes(), block);
    else if (field === 2) readDense(reader.readBytes(), block);
    else if (field === 3) readWay(reader.readBytes(), block);
    else readRelation(reader.readBytes(), block);
  });
}

interface Columns {
  id: number;
  readonly keys: number[];
  readonly values: number[];
}

/** Fields that nodes, ways and relations have alike. */
function readCommon(field: number, reader: PbfReader, into: Columns): void {
  if (field === 2) reader.readPackedVarint(into.keys);
  if (field === 3) reader.readPackedVarint(into.values);
}

const tagsOf =
  ({ keys, values }: Columns, { strings }: Block) =>
  (): Tags =>
    new Map(keys.map((key, n) => [strings.text(key), strings.text(values[n] ?? -1)]));

function readNode(bytes: Uint8Array, block: Block): void {
  const node: Columns & { lat: number; lon: number } = {
    id: 0,
    keys: [],
    values: [],
    lat: 0,
    lon: 0,
  };
  readFields(bytes, (field, reader) => {
    readCommon(field, reader, node);
    if (field === 1) node.id = reader.readSVarint();
    if (field === 8) node.lat = reader.readSVarint();
    if (field === 9) node.lon = reader.readSVarint();
  });
  block.visitor.node?.(
    node.id,
    [block.lonAt(node.lon), block.latAt(node.lat)],
    tagsOf(node, block),
  );
}

function readDense(bytes: Uint8Array, block: Block): void {
  const ids: number[] = [];
  const lats: number[] = [];
  const lons: number[] = [];
  const words: number[] = [];
  readFields(bytes, (field, reader) => {
    if (field === 1) reader.readPackedSVarint(ids);
    else if (field === 5) readStamps(reader.readBytes(), block);
    else if (field === 8) reader.readPackedSVarint(lats);
    else if (field === 9) reader.readPackedSVarint(lons);
    else if (field === 10) reader.readPackedVarint(words);
  });
  if (lats.length !== ids.length || lons.length !== ids.length) throw brokenExtract();
  const tagsFrom = denseTags(words, ids.length, block.strings);
  let [id, lat, lon] = [0, 0, 0];
  for (let n = 0; n < ids.length; n += 1) {
    id += ids[n] ?? 0;
    lat += lats[n] ?? 0;
    lon += lons[n] ?? 0;
    block.visitor.node?.(id, [block.lonAt(lon), block.latAt(lat)], tagsFrom());
  }
}

/**
 * Key, value, key, value, 0 for each node in turn; nothing at all where no node has any. Gives the
 * tags of the next node at each call. Too few zeros or a key without value is refused.
 */
function denseTags(
  words: readonly number[],
  nodes: number,
  strings: StringTable,
): () => () => Tags {
  if (words.length === 0) return () => never;
  let at = 0;
  let left = nodes;
  return () => {
    const start = at;
    while (words[at] !== 0) {
      if (at + 1 >= words.length) throw brokenExtract();
      at += 2;
    }
    const end = at;
    at += 1;
    left -= 1;
    if (left === 0 && at !== words.length) throw brokenExtract();
    return start === end ? never : () => tagsBetween(words, start, end, strings);
  };
}

function tagsBetween(
  words: readonly number[],
  start: number,
  end: number,
  strings: StringTable,
): Tags {
  const tags = new Map<string, string>();
  for (let n = start; n < end; n += 2)
    tags.set(strings.text(words[n] ?? -1), strings.text(words[n + 1] ?? -1));
  return tags;
}

function readStamps(bytes: Uint8Array, { dateMs, stamped }: Block): void {
  const steps: number[] = [];
  readFields(bytes, (field, reader) => {
    if (field === 2) reader.readPackedSVarint(steps);
  });
  let [now, newest] = [0, 0];
  for (const step of steps) {
    now += step;
    if (now > newest) newest = now;
  }
  stamped(newest * dateMs);
}

function readWay(bytes: Uint8Array, block: Block): void {
  const way: Columns = { id: 0, keys: [], values: [] };
  const refs: number[] = [];
  readFields(bytes, (field, reader) => {
    readCommon(field, reader, way);
    if (field === 1) way.id = reader.readVarint(true);
    if (field === 8) reader.readPackedSVarint(refs);
  });
  block.visitor.way?.(way.id, summed(refs), tagsOf(way, block));
}

const memberTypes = ['node', 'way', 'relation'] as const;

function readRelation(bytes: Uint8Array, block: Block): void {
  const relation: Columns = { id: 0, keys: [], values: [] };
  const roles: number[] = [];
  const steps: number[] = [];
  const types: number[] = [];
  readFields(bytes, (field, reader) => {
    readCommon(field, reader, relation);
    if (field === 1) relation.id = reader.readVarint(true);
    if (field === 8) reader.readPackedVarint(roles);
    if (field === 9) reader.readPackedSVarint(steps);
    if (field === 10) reader.readPackedVarint(types);
  });
  const members = (): readonly Member[] =>
    summed(steps).map((id, n) => {
      const type = memberTypes[types[n] ?? -1];
      if (!type) throw brokenExtract();
      return { type, id, role: block.strings.text(roles[n] ?? -1) };
    });
  block.visitor.relation?.(relation.id, members, tagsOf(relation, block));
}

/** Each number is told as its step from the one before. In place: they are many. */
function summed(steps: number[]): number[] {
  let sum = 0;
  for (let n = 0; n < steps.length; n += 1) {
    sum += steps[n] ?? 0;
    steps[n] = sum;
  }
  return steps;
}
