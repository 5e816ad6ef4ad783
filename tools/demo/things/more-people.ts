import { gift, giftsOf, wish } from './gifts.ts';
import { inStreet, type Written, written } from './written.ts';

const person = written('person');

/** Nobody: names, gifts and wishes are made up, and stay on the phone that looks around. */
export const morePeople: readonly Written[] = [
  person('olena', {
    displayName: 'Olena',
    assetType: 'ind.head',
    ...giftsOf('olena', [
      gift('Teaches maths with buttons', 'g.head.maths-money', { level: 'would-teach' }),
      gift('Grows tomatoes on any sill', 'g.head.gardening-knowledge'),
    ]),
    ...wish('olena', 'learn', 'More English, by talking'),
    ...inStreet('Hill Terrace'),
    preferredLanguage: 'uk',
    needsInterpreter: true,
    availability: ['weekday-day'],
    reach: 'walkable',
  }),
  person('huw', {
    displayName: 'Huw the mill',
    assetType: 'ind.elder',
    ...giftsOf('huw', [
      gift('Knows how every lock and loom works', 'g.head.trades-advice'),
      gift('Sharpens knives and shears', 'g.hand.diy-repair', { terms: 'gift' }),
    ]),
    ...wish('huw', 'help', 'To show young people the mill'),
    ...inStreet('Mill Street'),
    roles: ['elder'],
    ageBand: '85+',
    reach: 'my-street',
  }),
  person('bethan', {
    displayName: 'Bethan',
    assetType: 'ind.heart',
    ...giftsOf('bethan', [
      gift('Sits with older neighbours and plays cards', 'g.heart.older-neighbours', {
        level: 'already-do',
      }),
      gift('First aid, and keeps calm', 'g.head.health-know-how', { level: 'would-share' }),
    ]),
    ...inStreet('Chapel Road'),
    roles: ['volunteer'],
    checks: [{ kind: 'first-aid', seenOn: '2026-05-18' }],
    availability: ['weekday-evening'],
    reach: 'walkable',
  }),
  person('sioned', {
    displayName: 'Siôned',
    assetType: 'ind.head',
    ...giftsOf('sioned', [
      gift('Names any bird by its song', 'g.head.nature', { level: 'would-share' }),
      gift('Counts ducks each spring', 'g.heart.environment', { level: 'would-lead' }),
    ]),
    ...inStreet('Park Road'),
    preferredLanguage: 'cy',
    availability: ['weekend-day'],
    reach: 'neighbourhood',
  }),
  person('kwame', {
    displayName: 'Kwame',
    assetType: 'ind.connector',
    ...giftsOf('kwame', [
      gift('Brings people who disagree to one table', 'g.heart.peace-making', {
        level: 'would-lead',
      }),
      gift('Drives a minibus', 'g.hand.lifts-errands', { terms: 'expenses' }),
    ]),
    ...wish('kwame', 'change', 'A bus that comes over to Farside'),
    ...inStreet('Swallow Close'),
    roles: ['street-rep'],
    availability: ['now-and-then'],
    reach: 'neighbourhood',
  }),
  person('rosa', {
    displayName: 'Rosa',
    assetType: 'ind.maker',
    ...giftsOf('rosa', [
      gift('Paints walls with children', 'g.hand.art-music', { level: 'would-lead' }),
      gift('Makes puppets from socks', 'g.heart.children-play'),
    ]),
    ...inStreet('School Lane'),
    availability: ['weekend-day'],
    reach: 'walkable',
    pause: { until: '2027-01-31', reason: 'A new grandchild' },
  }),
  person('aled', {
    displayName: 'Aled',
    assetType: 'ind.hand',
    ...giftsOf('aled', [
      gift('Lays hedges and prunes apple trees', 'g.hand.gardening', { level: 'would-teach' }),
      gift('Has a trailer', 'g.hand.lifting-shifting'),
    ]),
    ...wish('aled', 'learn', 'To bake bread'),
    ...inStreet('Hill Terrace'),
    preferredLanguage: 'cy',
    availability: ['weekend-day'],
    reach: 'neighbourhood',
  }),
  person('maya', {
    displayName: 'Maya',
    assetType: 'ind.heart',
    ...giftsOf('maya', [
      gift('Stands up for people who are not heard', 'g.heart.fairness'),
      gift('Runs the radio desk', 'g.heart.arts-joy', { level: 'would-teach' }),
    ]),
    ...wish('maya', 'start', 'A film about the bridge'),
    ageBand: '16-17',
    ...inStreet('Wood Crescent'),
    availability: ['weekday-evening'],
    reach: 'neighbourhood',
  }),
  person('len', {
    displayName: 'Len',
    assetType: 'ind.hand',
    ...giftsOf('len', [
      gift('Walks your dog when you cannot', 'g.hand.animals', { level: 'already-do' }),
      gift('Feeds cats, waters plants', 'g.heart.animals-care'),
    ]),
    ...inStreet('Meadow Road'),
    availability: ['weekday-day'],
    reach: 'my-street',
  }),
  person('pat', {
    displayName: 'Pat',
    assetType: 'ind.street-rep',
    ...giftsOf('pat', [
      gift('Keeps an eye on the street lamps', 'g.heart.safety-streets', { level: 'already-do' }),
    ]),
    ...wish('pat', 'join', 'A choir that forgives'),
    ...inStreet('Weavers Row'),
    roles: ['street-rep'],
    reach: 'my-street',
  }),
  person('yusuf', {
    displayName: 'Yusuf',
    assetType: 'ind.hand',
    ...giftsOf('yusuf', [
      gift('Mends toasters, lamps and radios', 'g.hand.diy-repair', {
        level: 'would-teach',
        terms: 'gift',
      }),
    ]),
    ...wish('yusuf', 'help', 'Once a month, with a soldering iron'),
    ...inStreet('Mill Street'),
    availability: ['weekend-day'],
    reach: 'neighbourhood',
    tags: ['electrics'],
  }),
];
