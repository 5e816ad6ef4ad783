import type { Tags } from './elements.ts';
import { type Block, type Columns, readCommon, tagsOf } from './pbf-columns.ts';
import type { StringTable } from './pbf-strings.ts';
import { brokenExtract, readFields } from './protobuf.ts';

const noTags: Tags = new Map();
const never = () => noTags;

/** A node written by itself. */
export function readNode(bytes: Uint8Array, block: Block): void {
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

/** Many nodes in columns, each number as its step from the one before. */
export function readDense(bytes: Uint8Array, block: Block): void {
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
