import type { PbfReader } from 'pbf';
import type { Tags, Visitor } from './elements.ts';
import type { StringTable } from './pbf-strings.ts';

/** What the elements of a block need to be read. */
export interface Block {
  readonly strings: StringTable;
  readonly lonAt: (value: number) => number;
  readonly latAt: (value: number) => number;
  readonly dateMs: number;
  readonly visitor: Visitor;
  readonly stamped: (ms: number) => void;
}

/** What nodes, ways and relations have alike. */
export interface Columns {
  id: number;
  readonly keys: number[];
  readonly values: number[];
}

export function readCommon(field: number, reader: PbfReader, into: Columns): void {
  if (field === 2) reader.readPackedVarint(into.keys);
  if (field === 3) reader.readPackedVarint(into.values);
}

export const tagsOf =
  ({ keys, values }: Columns, { strings }: Block) =>
  (): Tags =>
    new Map(keys.map((key, n) => [strings.text(key), strings.text(values[n] ?? -1)]));
