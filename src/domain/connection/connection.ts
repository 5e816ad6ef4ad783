import * as v from 'valibot';
import { optional, required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { type RecordType, refSchema, text } from '../record/values.ts';
import { narrower, type ShareLevel } from '../sharing/level.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';

type Ends = readonly [from: readonly RecordType[] | 'any', to: readonly RecordType[] | 'any'];

const doing: readonly RecordType[] = ['group', 'organisation', 'exchange'];
const person: readonly RecordType[] = ['person'];

/** Which ends each relation may have and whether it points one way (domain: connection). */
export const relations = {
  'member-of': { ends: [person, ['group', 'activity', 'place', 'exchange']], directed: true },
  runs: { ends: [person, ['group', 'activity', 'place', 'exchange']], directed: true },
  'helps-at': { ends: [person, ['group', 'activity', 'place', 'exchange']], directed: true },
  attends: { ends: [person, ['group', 'activity', 'place', 'exchange']], directed: true },
  knows: { ends: [person, person], directed: false },
  introduced: { ends: [person, person], directed: true },
  'shares-gift-with': { ends: [person, ['person', 'place', 'group']], directed: true },
  teaches: { ends: [person, ['person', 'place', 'group']], directed: true },
  'looks-after': { ends: [['person', 'group', 'organisation'], ['place']], directed: true },
  'meets-at': { ends: [['group'], ['place', 'exchange', 'organisation']], directed: true },
  hosts: {
    ends: [
      ['place', 'organisation', 'exchange'],
      ['group', 'activity'],
    ],
    directed: true,
  },
  funds: { ends: [doing, 'any'], directed: true },
  commissions: { ends: [doing, 'any'], directed: true },
  'buys-from': { ends: [doing, 'any'], directed: true },
  'lends-to': { ends: [doing, 'any'], directed: true },
  'works-with': { ends: [doing, doing], directed: false },
  'refers-to': { ends: [['organisation'], ['group', 'activity']], directed: true },
  'part-of': {
    ends: [
      ['place', 'group'],
      ['place', 'group', 'organisation'],
    ],
    directed: true,
  },
  'grew-from': {
    ends: [
      ['group', 'activity', 'exchange'],
      ['group', 'activity', 'exchange', 'story'],
    ],
    directed: true,
  },
  'could-connect': { ends: ['any', 'any'], directed: false },
  tells: { ends: [person, ['story']], directed: true },
  about: { ends: [['story'], 'any'], directed: true },
} as const satisfies Record<string, { ends: Ends; directed: boolean }>;

export type Relation = keyof typeof relations;
export const relationNames = Object.keys(relations) as Relation[];
export const connectionStates = ['possible', 'introduced', 'active', 'faded', 'ended'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** How a new tie stands: one that could be is possible, and none possible is shown above the team. */
export const bornAs = (
  rel: Relation,
  widest: ShareLevel,
): { readonly state: ConnectionState; readonly share: ShareLevel } =>
  rel === 'could-connect'
    ? { state: 'possible', share: narrower(widest, 'team') }
    : { state: 'active', share: widest };

const fits = (end: readonly RecordType[] | 'any', type: RecordType) =>
  end === 'any' ? type !== 'person' : end.includes(type);

/** Relations that may join these two, in this order. `could-connect` is for anyone. */
export const relationsBetween = (from: RecordType, to: RecordType): Relation[] =>
  relationNames.filter((name) => {
    const [left, right]: Ends = relations[name].ends;
    return name === 'could-connect' || (fits(left, from) && fits(right, to));
  });

interface Edge {
  readonly from: { type: RecordType; id: string };
  readonly to: { type: RecordType; id: string };
  readonly rel: Relation;
}
const edge = (values: unknown) => values as Edge;

/** A tie between two records, kept in the narrower circle of its ends. */
export const connection = defineKind({
  type: 'connection',
  nameField: 'rel',
  share: 'public',
  precision: 'none',
  fields: {
    from: required(refSchema),
    to: required(refSchema),
    rel: required(v.picklist(relationNames), { control: 'choice', options: relationNames }),
    strength: optional(v.picklist([1, 2, 3, 4]), { personal: 'personal' }),
    state: required(v.picklist(connectionStates)),
    since: optional(calendarDateSchema),
    until: optional(calendarDateSchema),
    evidence: optional(text(1, 300), { personal: 'personal', share: 'team', control: 'line' }),
  },
  checks: [
    {
      field: 'to',
      message: 'same-ends',
      holds: (values) => edge(values).from.id !== edge(values).to.id,
    },
    {
      field: 'rel',
      message: 'relation-does-not-fit',
      holds: (values) => {
        const { from, to, rel } = edge(values);
        return relationsBetween(from.type, to.type).includes(rel);
      },
    },
    {
      field: 'until',
      message: 'dates-swapped',
      holds: ({ since, until }) => !since || !until || String(until) >= String(since),
    },
  ],
});
export type Connection = v.InferOutput<typeof connection.schema>;
