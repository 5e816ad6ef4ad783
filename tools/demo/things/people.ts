import { gift, giftsOf, wish } from './gifts.ts';
import { inStreet, type Written, written } from './written.ts';

const person = written('person');

/** Nobody: names, gifts and wishes are made up, and stay on the phone that looks around. */
export const people: readonly Written[] = [
  person('glenys', {
    displayName: 'Glenys',
    assetType: 'ind.connector',
    ...giftsOf('glenys', [
      gift('Knows who to ask about anything', 'g.heart.welcoming', { level: 'already-do' }),
      gift('Tells the old stories, in both languages', 'g.head.local-history', {
        level: 'would-share',
        terms: 'gift',
      }),
    ]),
    ...wish('glenys', 'meet', 'Someone who would write the stories down'),
    ...inStreet('Orchard Street'),
    roles: ['connector', 'key-holder'],
    availability: ['weekday-day', 'now-and-then'],
    reach: 'neighbourhood',
    preferredLanguage: 'cy',
    contactRoutes: [{ kind: 'phone', value: '01632 960140', bestTime: 'after ten' }],
  }),
  person('desmond', {
    displayName: 'Desmond',
    assetType: 'ind.hand',
    ...giftsOf('desmond', [
      gift('Cooks for two hundred without a fuss', 'g.hand.cooking-baking', {
        level: 'would-lead',
      }),
      gift('Feeds anyone, any day', 'g.heart.food-for-all', { level: 'already-do' }),
    ]),
    ...wish('desmond', 'start', 'A Sunday pot for the east bank'),
    ...inStreet('Weavers Row'),
    roles: ['volunteer', 'key-holder'],
    availability: ['weekend-day'],
    reach: 'walkable',
    contactRoutes: [{ kind: 'knock', bestTime: 'Sundays' }],
  }),
  person('joan', {
    displayName: 'Joan P',
    assetType: 'ind.hand',
    ...giftsOf('joan', [
      gift('Knits anything you can draw', 'g.hand.sewing-knitting', {
        level: 'would-teach',
        terms: 'gift',
      }),
      gift('Makes beginners feel clever', 'g.head.teaching'),
    ]),
    ...inStreet('Swan Street'),
    roles: ['group-organiser'],
    availability: ['weekday-day'],
    reach: 'walkable',
  }),
  person('farah', {
    displayName: 'Farah',
    assetType: 'ind.head',
    ...giftsOf('farah', [
      gift('Makes sense of any form', 'g.head.form-filling', {
        level: 'would-share',
        terms: 'swap',
      }),
      gift('Speaks Arabic, French and English', 'g.head.languages', { level: 'would-share' }),
    ]),
    ...wish('farah', 'learn', 'To ring church bells'),
    ...inStreet('High Street'),
    availability: ['weekday-evening'],
    reach: 'neighbourhood',
  }),
  person('tariq', {
    displayName: 'Tariq',
    assetType: 'ind.head',
    ...giftsOf('tariq', [
      gift('Gets phones and printers to behave', 'g.head.computers-phones', {
        level: 'would-teach',
      }),
      gift('Carries heavy things and does not mind', 'g.hand.lifting-shifting'),
    ]),
    ...wish('tariq', 'join', 'A five-a-side team'),
    ...inStreet('Park Road'),
    ageBand: '18-24',
    availability: ['weekday-evening', 'weekend-day'],
    reach: 'neighbourhood',
    roles: ['volunteer'],
  }),
  person('nerys', {
    displayName: 'Nerys',
    assetType: 'ind.heart',
    ...giftsOf('nerys', [
      gift('Listens, and remembers what you said', 'g.heart.listening', { level: 'already-do' }),
      gift('Bakes Welsh cakes on the stone', 'g.hand.cooking-baking', { level: 'would-teach' }),
    ]),
    ...inStreet('Riverside Terrace'),
    roles: ['connector'],
    preferredLanguage: 'cy',
    availability: ['weekday-day'],
    reach: 'walkable',
  }),
  person('chidi', {
    displayName: 'Chidi',
    assetType: 'ind.maker',
    ...giftsOf('chidi', [
      gift('Plays the drums and mends them too', 'g.hand.art-music', {
        level: 'would-teach',
        terms: 'swap',
      }),
      gift('Coaches children who hate sport', 'g.hand.sport-coaching'),
    ]),
    ...wish('chidi', 'start', 'A drum circle under the bridge'),
    ...inStreet('Farside Road'),
    availability: ['weekend-evening'],
    reach: 'neighbourhood',
  }),
  person('ifeoma', {
    displayName: 'Ifeoma',
    assetType: 'ind.welcomer',
    ...giftsOf('ifeoma', [
      gift('Welcomes new families at the door', 'g.heart.welcoming', { level: 'would-lead' }),
      gift('Braids hair and talks', 'g.hand.hair-beauty', { terms: 'swap' }),
    ]),
    ...inStreet('Farside Road'),
    roles: ['street-rep'],
    availability: ['weekday-evening'],
    reach: 'my-street',
  }),
  person('marek', {
    displayName: 'Marek',
    assetType: 'ind.hand',
    ...giftsOf('marek', [
      gift('Cuts hair at your kitchen table', 'g.hand.hair-beauty', { terms: 'paid' }),
      gift('Mends bikes', 'g.hand.bikes-cars', { level: 'would-teach', terms: 'gift' }),
    ]),
    ...wish('marek', 'meet', 'Other people who speak Polish'),
    ...inStreet('Swan Street'),
    availability: ['weekend-day'],
    reach: 'neighbourhood',
  }),
];
