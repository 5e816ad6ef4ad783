import { describe, expect, test } from 'vitest';
import { type GiftTypeId, giftTypes } from '#domain/taxonomy/gifts.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import catalogue from '#i18n/en-GB/gift-words.json' with { type: 'json' };
import taxonomy from '#i18n/en-GB/taxonomy.json' with { type: 'json' };
import { createFinderCore } from '#search/index-core.ts';
import type { ThingRow } from '#search/query.ts';

/** What a neighbour types, parted by `|`, and the gift of the person they look for. */
const everyday: Readonly<Record<GiftTypeId, string>> = {
  'g.head.local-history': 'history|family tree|old photos|memories',
  'g.head.languages': 'Welsh|interpreter|translate|languages|speaks',
  'g.head.maths-money': 'maths|money|budget|bills|treasurer',
  'g.head.form-filling': 'forms|letters|read|write|passport|paperwork',
  'g.head.law-rights': 'law|legal|rights|solicitor|tenancy',
  'g.head.gardening-knowledge': 'garden|plants|grow|seeds|veg',
  'g.head.nature': 'birds|trees|bees|wildlife|mushrooms',
  'g.head.health-know-how': 'health|first aid|nurse|healthy',
  'g.head.computers-phones': 'computer|computers|phone|laptop|internet|wifi|email',
  'g.head.teaching': 'teach|teacher|tutor|homework|read|reading',
  'g.head.faith-culture': 'faith|culture|religion|traditions|festival',
  'g.head.trades-advice': 'plumber|electrician|builder|boiler|roof',
  'g.hand.cooking-baking': 'cook|cooking|cooks|bake|baker|cake|bread|chef|food',
  'g.hand.sewing-knitting': 'knit|knitting|knits|knitter|sew|sewing|crochet|wool|mend',
  'g.hand.diy-repair': 'diy|fix|handyman|shelves|odd jobs|mend|repair|paint',
  'g.hand.gardening': 'garden|gardener|lawn|mow|hedge|dig',
  'g.hand.bikes-cars': 'bike|bikes|bicycle|cycle|puncture|car|mechanic|repair',
  'g.hand.art-music': 'art|music|guitar|piano|sing|paint|photos',
  'g.hand.sport-coaching': 'sport|football|yoga|coach|fitness|swim',
  'g.hand.childcare': 'children|childcare|babysit|babysitter|kids',
  'g.hand.lifts-errands': 'lift|lifts|drive|driver|shopping|prescription|errand',
  'g.hand.hair-beauty': 'hair|haircut|hairdresser|nails|barber|makeup',
  'g.hand.animals': 'dog|dogs|dog walker|cat|pets|pet sitting',
  'g.hand.lifting-shifting': 'lift|lifting|carry|heavy|move|furniture|van',
  'g.heart.listening': 'listen|listening|listener|chat|company|befriend',
  'g.heart.welcoming': 'welcome|newcomer|greeter|hello',
  'g.heart.older-neighbours': 'older|elderly|pensioner|visit',
  'g.heart.young-people': 'young|youth|teenager|mentor',
  'g.heart.children-play': 'play|children|playground|games',
  'g.heart.environment': 'litter|environment|recycling|climate|green',
  'g.heart.fairness': 'fair|justice|equality|campaign',
  'g.heart.safety-streets': 'safe|safety|traffic|speeding|watch',
  'g.heart.animals-care': 'animals|rescue|pets|hedgehog',
  'g.heart.arts-joy': 'art|music|party|carnival|choir|festival',
  'g.heart.food-for-all': 'food|food bank|pantry|meals|hungry|cook',
  'g.heart.peace-making': 'peace|mediator|calm|mediation',
};

const synonyms: Readonly<Record<string, string>> = catalogue.synonyms;
const labels: Readonly<Record<string, string>> = taxonomy.gifts;

const core = createFinderCore({ typeWords: {} });
core.load(
  giftTypes.map(
    ({ id }): ThingRow => ({
      id,
      type: 'person',
      kind: 'people',
      name: 'Xx',
      status: 'active',
      share: 'device',
      precision: 'none',
      words: '',
      giftTypes: [id],
      updatedAt: 0,
    }),
  ),
);
core.learnGifts(
  Object.fromEntries(
    giftTypes.map(({ id }) => {
      const key = catalogueKey(id);
      return [id, `${labels[key]} ${synonyms[key]}`];
    }),
  ),
);

describe.each(giftTypes)('$id', ({ id }) => {
  test('has words people use, none empty, padded or twice', () => {
    const words = (synonyms[catalogueKey(id)] ?? '').split('|');
    expect(words.length).toBeGreaterThanOrEqual(6);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^\p{L}(?:.*\S)?$/u);
  });

  test.each(everyday[id].split('|'))('is among the first found by “%s”', (text) => {
    expect(core.find({ text, limit: 5 }).ids).toContain(id);
  });
});

test('the words name no gift that is not in the taxonomy', () => {
  expect(Object.keys(synonyms).sort()).toEqual(giftTypes.map(({ id }) => catalogueKey(id)).sort());
});

test.each([
  ['bike', 'g.hand.bikes-cars'],
  ['byke', 'g.hand.bikes-cars'],
  ['cook', 'g.hand.cooking-baking'],
  ['knitting', 'g.hand.sewing-knitting'],
  ['computer', 'g.head.computers-phones'],
  ['read', 'g.head.form-filling'],
  ['listen', 'g.heart.listening'],
  ['Welsh', 'g.head.languages'],
])('“%s” finds %s before any other gift', (text, id) => {
  expect(core.find({ text, limit: 1 }).ids).toEqual([id]);
});

test('a gift kept in a person’s own words is not guessed at: its words name no faith', () => {
  const { 'g_head_faith-culture': words } = catalogue.synonyms;
  expect(words).not.toMatch(/christ|muslim|islam|jew|hindu|sikh|buddh|church|mosque|chapel/i);
});
