import type { JsonObject } from '#base/json.ts';
import { kindOf } from '#domain/record/kinds.ts';
import { type AnyRecord, parseRecord } from '#domain/record/record.ts';
import { writeCopy } from '#formats/copy.ts';
import { type Chance, chance } from './chance.ts';
import { activities } from './things/activities.ts';
import { clubs } from './things/clubs.ts';
import { events } from './things/events.ts';
import { exchanges } from './things/exchange.ts';
import { groups } from './things/groups.ts';
import { moreExchanges } from './things/more-exchange.ts';
import { moreOrganisations } from './things/more-organisations.ts';
import { morePeople } from './things/more-people.ts';
import { morePlaces } from './things/more-places.ts';
import { organisations } from './things/organisations.ts';
import { people } from './things/people.ts';
import { pictures } from './things/pictures.ts';
import { places } from './things/places.ts';
import { members, register } from './things/register.ts';
import { stories } from './things/stories.ts';
import { ties } from './things/ties.ts';
import { idOf, refTo, type Written, written } from './things/written.ts';

/** A Monday. The app moves all days on by whole weeks, so that the book is never older than one. */
const madeAt = '2026-11-23T09:00:00Z';
const dayMs = 24 * 60 * 60 * 1000;
const seed = 7;

const things: readonly Written[] = [
  ...[...places, ...morePlaces, ...organisations, ...moreOrganisations],
  ...[...groups, ...clubs, ...exchanges, ...moreExchanges],
  ...[...people, ...morePeople, ...stories, ...activities, ...events],
];

/** An instant so many days before the records were made, at an hour at which people are out. */
const daysAgo = (days: number, dice: Chance): string =>
  new Date(Date.parse(madeAt) - days * dayMs + (dice.below(8) - 4) * 3_600_000)
    .toISOString()
    .replace('.000Z', 'Z');

const firstHand = ['conversation', 'observation', 'meeting', 'self'];

const sourceOf = ({ type, life }: Written, dice: Chance): JsonObject => ({
  kind: life.imported
    ? 'import-csv'
    : type === 'person'
      ? 'conversation'
      : (firstHand[dice.below(3)] ?? 'self'),
  licence: 'own',
  attribution: 'Made up',
});

interface Born {
  readonly one: Written;
  readonly days: number;
  readonly by: string;
}

function born(one: Written, dice: Chance): Born {
  const author = members[dice.below(members.length)] ?? register;
  return { one, days: one.life.age ?? 3 + dice.below(60), by: idOf(`member/${author.key}`) };
}

function recordOf({ one, days, by }: Born, dice: Chance): AnyRecord {
  const { type, key, values } = one;
  const parsed = parseRecord({
    id: idOf(`${type}/${key}`),
    type,
    share: kindOf(type)?.defaults.share ?? 'device',
    status: one.life.imported ? 'unconfirmed' : 'active',
    createdAt: daysAgo(days, dice),
    createdBy: by,
    source: sourceOf(one, dice),
    ...values,
  });
  if (parsed.ok) return parsed.value;
  throw new Error(`${type}/${key}: ${JSON.stringify(parsed.error)}`);
}

/** Others' words, each by another member than who wrote it, between then and now. */
function confirmations({ one, days, by }: Born, dice: Chance): readonly Born[] {
  const others = members.map(({ key }) => idOf(`member/${key}`)).filter((id) => id !== by);
  return Array.from({ length: one.life.said ?? 0 }, (_, n): Born => {
    const ago = dice.below(Math.max(1, days));
    const who = others[n % others.length] ?? by;
    const about = { ...refTo(`${one.type}/${one.key}`) };
    const at = daysAgo(ago, dice);
    const share = one.values['share'] ?? kindOf(one.type)?.defaults.share ?? 'members';
    const said = written('confirmation')(`${one.type}/${one.key} ${n}`, {
      about,
      at,
      by: who,
      share,
    });
    return { one: said, days: ago, by: who };
  });
}

/** Every record of the made-up book: each passes the door that all records pass. */
export function makeRecords(): readonly AnyRecord[] {
  const dice = chance(seed);
  const whole = [register, ...members, ...things, ...ties].map((one) => born(one, dice));
  const all = [...whole, ...whole.flatMap((one) => confirmations(one, dice))];
  return all.map((one) => recordOf(one, dice));
}

/** The made-up book as a member's own copy. */
export function makeBook(): string {
  const about = {
    id: idOf('register/own').replaceAll('-', ''),
    name: String(register.values['name']),
  };
  const copy = {
    register: about,
    madeAt,
    records: makeRecords(),
    photos: pictures,
  };
  return [...writeCopy(copy)].join('');
}
