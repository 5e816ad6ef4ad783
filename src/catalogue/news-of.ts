import type { Body } from '#domain/merge/body.ts';
import { ruleOf } from '#domain/merge/registry.ts';
import { type Stamp, stampTime } from '#domain/merge/stamp.ts';
import type { NewsThing } from '#domain/news/news.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import { type HeardRow, isUnheard } from './heard.ts';

export interface Heard {
  readonly record: AnyRecord;
  readonly body: Body;
  /** What was heard of this document before; absent where it is the first word of others. */
  readonly before: HeardRow | undefined;
  /** Whether the thing stood on this phone before; undefined where that is not known any more. */
  readonly wasHere: boolean | undefined;
  /** The name this phone writes under there. */
  readonly own: string;
}

/** Things people look at; of the others only what they say about these is news. */
const told: readonly RecordType[] = [
  ...(['person', 'group', 'organisation', 'place', 'exchange', 'story', 'activity'] as const),
  'register',
  'member',
];
export const isThingOfNews = (type: string): boolean => told.some((each) => each === type);

const alsoTold = ['status', 'share', 'deleted', 'displayName', 'roles', 'state'];

const isTold = (type: RecordType, field: string): boolean => {
  const info = kindOf(type)?.fields[field];
  return info !== undefined && (info.control !== 'none' || alsoTold.includes(field));
};

/** What the others' writing in one document is news of; nothing where all was heard before. Pure. */
export function newsOf(heard: Heard): readonly NewsThing[] {
  const { record, body, before, own } = heard;
  const fresh = Object.entries(body.fields).flatMap(([field, merged]) => {
    const stamps = ruleOf(merged.m)?.stamps(merged) ?? [];
    return stamps.filter((stamp) => isUnheard(stamp, before, own)).map((stamp) => [field, stamp]);
  }) as readonly (readonly [string, Stamp])[];
  if (fresh.length === 0) return [];
  const at = Math.max(...fresh.map(([, stamp]) => stampTime(stamp)));
  if (record.type === 'confirmation') return about(record.about, '@confirmed', record, at);
  if (record.type === 'connection') {
    return [...about(record.from, '@tied', record, at), ...about(record.to, '@tied', record, at)];
  }
  return ofThing(heard, [...new Set(fresh.map(([field]) => field))].sort(), at);
}

const about = ({ id, type }: Ref, what: string, said: AnyRecord, at: number): NewsThing[] =>
  said.deleted ? [] : [{ id, type, what: 'changed', fields: [what], at }];

function ofThing({ record, wasHere }: Heard, changed: readonly string[], at: number): NewsThing[] {
  const { id, type, deleted } = record;
  if (!told.includes(type)) return [];
  if (deleted) return wasHere === false ? [] : [{ id, type, what: 'gone', fields: [], at }];
  if (wasHere === undefined) return [{ id, type, what: 'changed', fields: [], at }];
  if (!wasHere) return [{ id, type, what: 'new', fields: [], at }];
  const fields = changed.filter((field) => isTold(type, field));
  return fields.length === 0 ? [] : [{ id, type, what: 'changed', fields, at }];
}
