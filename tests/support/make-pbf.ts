import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { concatBytes } from '#base/bytes.ts';
import type { Extract, Member, Tags } from '../../tools/pack/extract/elements.ts';

export interface MadeNode {
  readonly id: number;
  /** Degrees × 1e7. */
  readonly at: readonly [lon: number, lat: number];
  readonly tags: Tags;
}
export interface MadeElements {
  readonly nodes: readonly MadeNode[];
  readonly ways: readonly { id: number; refs: readonly number[]; tags: Tags }[];
  readonly relations: readonly { id: number; members: readonly Member[]; tags: Tags }[];
}

/** All elements of an extract, to write them in another form or to compare them. */
export async function elementsOf(extract: Extract): Promise<MadeElements> {
  const all = { nodes: [], ways: [], relations: [] } as {
    nodes: MadeElements['nodes'][number][];
    ways: MadeElements['ways'][number][];
    relations: MadeElements['relations'][number][];
  };
  await extract.read({
    node: (id, at, tags) => all.nodes.push({ id, at: [...at], tags: new Map(tags()) }),
    way: (id, refs, tags) => all.ways.push({ id, refs: [...refs], tags: new Map(tags()) }),
    relation: (id, members, tags) =>
      all.relations.push({ id, members: [...members()], tags: new Map(tags()) }),
  });
  return all;
}

export function message(write: (writer: PbfWriter) => void): Uint8Array {
  const writer = new PbfWriter();
  write(writer);
  return Uint8Array.from(writer.finish());
}

/** A blob with its header, as it stands in a file; `told` may say another size than the true one. */
export function blob(type: string, content: Uint8Array, told?: number): Uint8Array {
  const body = message((writer) => {
    writer.writeVarintField(2, told ?? content.length);
    writer.writeBytesField(3, Uint8Array.from(deflateSync(content)));
  });
  return framed(type, body);
}

export function framed(type: string, body: Uint8Array, told = body.length): Uint8Array {
  const head = message((writer) => {
    writer.writeStringField(1, type);
    writer.writeVarintField(3, told);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return concatBytes([length, head, body]);
}

export const headerBlob = (features: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']) =>
  blob(
    'OSMHeader',
    message((writer) => {
      for (const feature of features) writer.writeStringField(4, feature);
    }),
  );

/** Each number as its step from the one before. */
const steps = (values: readonly number[]): number[] =>
  values.map((value, n) => value - (values[n - 1] ?? 0));

function createWords() {
  const numbers = new Map<string, number>([['', 0]]);
  return {
    number(word: string): number {
      const known = numbers.get(word) ?? numbers.size;
      numbers.set(word, known);
      return known;
    },
    write: (writer: PbfWriter): void => {
      for (const word of numbers.keys()) writer.writeBytesField(1, new TextEncoder().encode(word));
    },
  };
}
type Words = ReturnType<typeof createWords>;

/** The columns of dense nodes; a hostile test gives others. */
export interface DenseColumns {
  readonly ids: readonly number[];
  readonly lats: readonly number[];
  readonly lons: readonly number[];
  readonly keysAndValues: readonly number[];
  readonly stamps?: readonly number[];
}

export const denseGroup = (columns: DenseColumns): Uint8Array =>
  message((group) => {
    group.writeMessage(
      2,
      (dense: DenseColumns, writer) => {
        writer.writePackedSVarint(1, steps(dense.ids));
        const { stamps } = dense;
        if (stamps)
          writer.writeBytesField(
            5,
            message((info) => info.writePackedSVarint(2, steps(stamps))),
          );
        writer.writePackedSVarint(8, steps(dense.lats));
        writer.writePackedSVarint(9, steps(dense.lons));
        writer.writePackedVarint(10, [...dense.keysAndValues]);
      },
      columns,
    );
  });

function writeTags(tags: Tags, words: Words, writer: PbfWriter): void {
  writer.writePackedVarint(
    2,
    [...tags.keys()].map((key) => words.number(key)),
  );
  writer.writePackedVarint(
    3,
    [...tags.values()].map((value) => words.number(value)),
  );
}

export const block = (groups: readonly Uint8Array[], strings: Uint8Array): Uint8Array =>
  message((writer) => {
    writer.writeBytesField(1, strings);
    for (const group of groups) writer.writeBytesField(2, group);
  });

const memberTypes = ['node', 'way', 'relation'];

function groupsOf({ nodes, ways, relations }: MadeElements, words: Words): Uint8Array[] {
  const dense = denseGroup({
    ids: nodes.map(({ id }) => id),
    lats: nodes.map(({ at }) => at[1]),
    lons: nodes.map(({ at }) => at[0]),
    keysAndValues: nodes.flatMap(({ tags }) => [
      ...[...tags].flat().map((word) => words.number(word)),
      0,
    ]),
    // 22 August 2026, in seconds.
    stamps: nodes.map(() => Date.UTC(2026, 7, 22, 9, 30) / 1000),
  });
  const wayGroup = message((group) => {
    for (const { id, refs, tags } of ways)
      group.writeBytesField(
        3,
        message((writer) => {
          writer.writeVarintField(1, id);
          writeTags(tags, words, writer);
          writer.writePackedSVarint(8, steps(refs));
        }),
      );
  });
  const relationGroup = message((group) => {
    for (const { id, members, tags } of relations)
      group.writeBytesField(
        4,
        message((writer) => {
          writer.writeVarintField(1, id);
          writeTags(tags, words, writer);
          writer.writePackedVarint(
            8,
            members.map(({ role }) => words.number(role)),
          );
          writer.writePackedSVarint(9, steps(members.map(({ id: ref }) => ref)));
          writer.writePackedVarint(
            10,
            members.map(({ type }) => memberTypes.indexOf(type)),
          );
        }),
      );
  });
  return [dense, wayGroup, relationGroup];
}

/** An `.osm.pbf` of these elements: a header and one block for each kind. */
export function makePbf(elements: MadeElements): Uint8Array {
  const words = createWords();
  const groups = groupsOf(elements, words);
  const strings = message(words.write);
  const blobs = groups.map((group) => blob('OSMData', block([group], strings)));
  return concatBytes([headerBlob(), ...blobs]);
}
