import { type Rival, rivalsIn } from '#domain/merge/disagreement.ts';
import { homeOfField } from '#domain/record/facets.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import { type Home, homes } from '#domain/sharing/level.ts';
import type { BodiesByHome } from './read-things.ts';

/** Two or more said one line of a card differently, without sight of each other. */
export interface AskRow {
  /** `<thing>:<field>` */
  readonly key: string;
  readonly id: string;
  readonly type: RecordType;
  readonly field: string;
  readonly home: Home;
  /** When the newest of them was said, in ms. */
  readonly at: number;
  /** The one that holds first. */
  readonly rivals: readonly Rival[];
}

/** Records that people look at and correct; the others are bookkeeping. */
const asked: readonly RecordType[] = [
  ...(['person', 'group', 'organisation', 'place', 'exchange', 'story', 'activity'] as const),
  'register',
];

const isAsked = (type: RecordType, field: string): boolean => {
  const info = kindOf(type)?.fields[field];
  return info?.merge === 'scalar' && (info.control !== 'none' || field === 'status');
};

/** What people disagree about in a record. A home that a field has moved out of is not asked. Pure. */
export function projectAsks(record: AnyRecord, bodies: BodiesByHome): readonly AskRow[] {
  const { id, type, share, deleted } = record;
  if (deleted || !asked.includes(type)) return [];
  return homes.flatMap((home) => {
    const body = bodies[home];
    if (!body) return [];
    return Object.keys(body.fields).flatMap((field): AskRow[] => {
      if (!isAsked(type, field) || homeOfField(type, field, share) !== home) return [];
      const rivals = rivalsIn(body, field);
      if (rivals.length === 0) return [];
      const at = Math.max(...rivals.map((rival) => rival.at));
      return [{ key: `${id}:${field}`, id, type, field, home, at, rivals }];
    });
  });
}
