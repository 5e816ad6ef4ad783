import { afterEach, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { leaveStage, showFacts } from './stage.tsx';

const files = import.meta.glob<readonly JsonObject[]>('../../fixtures/records/*.good.json', {
  import: 'default',
  eager: true,
});
const fullest = (type: string): JsonObject =>
  files[`../../fixtures/records/${type}.good.json`]?.[0] ?? {};
const words = () => document.body.textContent;
const link = (start: string) =>
  [...document.querySelectorAll('a')].find(({ href }) => href.startsWith(start));

afterEach(leaveStage);

it('says times, cost, access and ages in words, what is good before what is not', async () => {
  await showFacts({ ...fullest('group'), cost: 'paid', pricePence: 250 });
  expect(words()).toContain('Tuesdays, 10:00 to 12:00, term time only, not on bank holidays');
  expect(words()).toContain('but check first');
  expect(words()).toContain('It costs £2.50');
  expect(words()).toContain('12 days ago');
  expect(words().indexOf('Way in without steps')).toBeLessThan(words().indexOf('No parking'));
  expect(words()).not.toContain('Hearing loop');
  expect(words()).not.toContain('Tuesday knitters');
});

it('makes ways to get in touch into links, and none of what is no web address', async () => {
  const contact = fullest('place')['contact'] as JsonObject;
  await showFacts(fullest('place'));
  expect(link('tel:')?.getAttribute('href')).toBe('tel:+441633215847');
  expect(link('mailto:')?.getAttribute('href')).toBe('mailto:hello@pillhall.example');
  expect(link('https://pillhall')?.rel).toContain('noopener');
  const hostile = {
    ...contact,
    website: 'javascript:alert(1)',
    emails: ['a@b.example?bcc=c@d.example'],
  };
  await showFacts({ ...fullest('place'), contact: hostile });
  expect(link('javascript:')).toBeUndefined();
  expect(link('mailto:')?.href).not.toContain('?');
});

it('shows markup in names as plain words', async () => {
  await showFacts({ ...fullest('place'), summary: '<img src=x onerror=alert(1)>' });
  expect(words()).toContain('<img src=x onerror=alert(1)>');
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

it('says that nothing is written yet', async () => {
  const { id, type, share, status, createdAt } = fullest('place');
  await showFacts({ id, type, share, status, createdAt, name: 'Bench' } as JsonObject);
  expect(words()).toContain('Nothing more is written here yet.');
});
