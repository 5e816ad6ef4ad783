import type { Member } from './elements.ts';
import { type Block, type Columns, readCommon, tagsOf } from './pbf-columns.ts';
import { brokenExtract, readFields } from './protobuf.ts';

export function readWay(bytes: Uint8Array, block: Block): void {
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

export function readRelation(bytes: Uint8Array, block: Block): void {
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
