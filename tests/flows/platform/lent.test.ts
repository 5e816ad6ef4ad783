import { expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { readFeatures } from '#platform/features.ts';
import { newId } from '#platform/ids.ts';
import { createLocator, locate, recentFix } from '#platform/locate.ts';
import { outbound } from '#platform/outbound.ts';
import { jsonFile, saveFile } from '#platform/save-file.ts';
import { createKeptStorage } from '#platform/storage.ts';
import { surroundings } from '#platform/surroundings.ts';
import { showThemeColor } from '#platform/theme-color.ts';

test('the browser tells how much room there is', async () => {
  const storage = createKeptStorage(navigator.storage);
  const room = await storage.room();
  expect(room?.quotaBytes).toBeGreaterThan(0);
  expect(room?.isNearlyFull).toBe(false);
  expect(typeof (await storage.persisted())).toBe('boolean');
  expect(typeof (await storage.persist())).toBe('boolean');
});

test('what this browser shows of itself can be read and judged', async () => {
  const features = await readFeatures(window);
  expect(features).toMatchObject({ hasIndexedDb: true, hasServiceWorker: true });
  expect(surroundings(navigator.userAgent, features).where).toMatch(/^(ordinary|maybe-private)$/);
  console.info('features here', JSON.stringify(features));
});

test('a person who says no to location is told so, and nothing is kept', async () => {
  const found = await locate();
  expect(found).toEqual({ ok: false, error: { kind: 'location-denied' } });
  expect(recentFix()).toBeUndefined();
});

test('nothing asks for the location before a button does', () => {
  const asked = vi.spyOn(navigator.geolocation, 'getCurrentPosition');
  createLocator({ geolocation: navigator.geolocation, isSecure: true, clock: systemClock }).last();
  recentFix();
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('ids are version 4 and lower case', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId()).not.toBe(newId());
});

const rules = (...allowedHosts: string[]) => ({ allowedHosts });

test.each([
  ['https://tiles.example.org/x', rules(), 'address-not-allowed'],
  ['https://hub.example.org:8443/x', rules('hub.example.org'), 'address-not-allowed'],
  ['https://hub.example.org.evil.org/', rules('hub.example.org'), 'address-not-allowed'],
  ['http://hub.example.org/', rules('hub.example.org'), 'address-not-safe'],
  ['ftp://hub.example.org/', rules('hub.example.org'), 'address-not-safe'],
  ['data:text/plain,hi', rules(''), 'address-not-safe'],
  ['javascript:alert(1)', rules(''), 'address-not-safe'],
  ['https://me:secret@hub.example.org/', rules('hub.example.org'), 'address-not-right'],
  ['https://', rules(), 'address-not-right'],
])('no request leaves for %s', async (address, allowed, kind) => {
  const asked = vi.spyOn(globalThis, 'fetch');
  expect(await outbound(address, {}, allowed)).toMatchObject({ ok: false, error: { kind } });
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('the page itself and hosts the person set are let through, without cookies or referrer', async () => {
  const own = await outbound(location.href, {}, rules());
  expect(own.ok && own.value.status).toBe(200);
  const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('hi'));
  const other = await outbound('https://hub.example.org/x', {}, rules('hub.example.org'));
  expect(other.ok).toBe(true);
  expect(asked.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
  asked.mockRestore();
});

test('a host that does not answer is a value, not an exception', async () => {
  // Port 9 is one that browsers refuse to call: no packet leaves.
  const answer = await outbound('http://localhost:9/', {}, rules('localhost:9'));
  expect(answer).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
});

test('a saved file carries name and content', async () => {
  const clicked: HTMLAnchorElement[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(this);
  });
  expect(saveFile(jsonFile('Pill/Newport.json', { name: 'Tŷ' }))).toEqual({
    ok: true,
    value: 'saved',
  });
  click.mockRestore();
  const [link] = clicked;
  expect(link?.download).toBe('Pill-Newport.json');
  const text = await (await fetch(link?.href ?? '')).text();
  expect(JSON.parse(text)).toEqual({ name: 'Tŷ' });
});

test('the bars of the browser follow the theme, with one tag', () => {
  showThemeColor(document, '#123456');
  showThemeColor(document, '#abcdef');
  const tags = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
  expect(tags.map(({ content }) => content)).toEqual(['#abcdef']);
});
