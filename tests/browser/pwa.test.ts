import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildVersion } from './support/build-version.ts';
import { expectNoForeignRequests, expectQuiet, untilKept } from './support/expectations.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';

describe('kept on the phone', () => {
  let app: RunningApp;
  let phone: Phone;

  beforeAll(async () => {
    app = await startApp();
    phone = await openPhone();
    await phone.page.goto(app.origin);
    await untilKept(phone.page);
  });
  afterAll(async () => {
    await phone?.close();
    await app?.stop();
  });

  test('the first visit breaks no rule of the policy and asks nobody else', () => {
    expect(app.requests.map(({ url }) => url)).toContain('/sw.js');
    expectQuiet(phone);
  });

  test('the app may not make markup or code out of words, nor load it from elsewhere', async () => {
    await phone.page.goto(app.origin);
    const refused = await phone.page.evaluate(() => {
      const attempts: Record<string, () => unknown> = {
        markup: () => Object.assign(document.createElement('p'), { innerHTML: '<b>x</b>' }),
        code: () => Object.assign(document.createElement('script'), { text: 'window.hit = 1' }),
        foreignWorker: () => new Worker('https://example.org/worker.js'),
        blobWorker: () => new Worker(URL.createObjectURL(new Blob(['']))),
        foreignScript: () =>
          Object.assign(document.createElement('script'), { src: 'https://example.org/a.js' }),
      };
      return Object.entries(attempts).map(([name, attempt]) => {
        try {
          attempt();
          return `${name}: done`;
        } catch (error) {
          return `${name}: ${(error as Error).name}`;
        }
      });
    });
    expect(refused).toEqual([
      'markup: TypeError',
      'code: TypeError',
      'foreignWorker: TypeError',
      'blobWorker: TypeError',
      'foreignScript: TypeError',
    ]);
    expectNoForeignRequests(phone);
  });
});

describe('a new version', () => {
  const builds: Record<string, string> = {};
  let app: RunningApp;
  let phone: Phone;

  beforeAll(async () => {
    builds['one'] = await buildVersion('one', 'works');
    builds['two'] = await buildVersion('two', 'works');
    builds['bad'] = await buildVersion('bad', 'broken');
  });
  afterAll(() => {
    for (const folder of Object.values(builds)) rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    app = await startApp({ dist: builds['one'] ?? '' });
    phone = await openPhone();
    await phone.page.goto(app.origin);
    await untilKept(phone.page);
    await untilGood('one');
  });
  afterEach(async () => {
    await phone.close();
    await app.stop();
  });

  test('waits, says so, and changes over when asked', async () => {
    await release('two');
    const change = phone.page.getByRole('button', { name: 'Change to it now' });
    await change.waitFor();
    await phone.page.reload();
    await change.waitFor();
    expect(await builtAs()).toBe('one');
    await change.click();
    await untilGood('two');
    expect(await builtAs()).toBe('two');
    await expect.poll(keptBuilds).toEqual(['two']);
  });

  test('changes over though the page asks its hub all the while', async () => {
    await release('two');
    const change = phone.page.getByRole('button', { name: 'Change to it now' });
    await change.waitFor();
    await phone.page.evaluate(() => {
      const ask = (): void => void fetch('/api/health').then(() => setTimeout(ask));
      ask();
    });
    await change.click();
    await untilGood('two');
    expect(await builtAs()).toBe('two');
  });

  test('takes over by itself when no window runs the older one', async () => {
    await release('two');
    await expect
      .poll(async () => {
        await phone.page.goto('about:blank');
        await phone.page.goto(app.origin);
        return builtAs();
      })
      .toBe('two');
  });

  test('never loads a page again in which something is being written', async () => {
    await release('two');
    const other = await phone.context.newPage();
    await other.goto(app.origin);
    await phone.page.evaluate(() => Object.assign(globalThis, { written: 'not saved yet' }));
    await other.getByRole('button', { name: 'Change to it now' }).click();
    await phone.page.getByRole('button', { name: 'Open it here too' }).waitFor();
    expect(await phone.page.evaluate(() => Reflect.get(globalThis, 'written'))).toBe(
      'not saved yet',
    );
    expect(await builtAs()).toBe('one');
  });

  test('that fails to start twice gives way to the last good one, which says so', async () => {
    await startBadVersionTwice();
    await phone.context.setOffline(true);
    await phone.page.goto(`${app.origin}/list`);
    await phone.page.getByText('We went back to the version that worked').waitFor();
    expect(await builtAs()).toBe('one');

    phone = await phone.restart();
    await phone.page.goto(app.origin);
    await phone.page.getByText('We went back to the version that worked').waitFor();
    expect(phone.complaints).toEqual([]);
  });

  test('after a bad one is taken like any other', async () => {
    await startBadVersionTwice();
    await phone.page.goto(app.origin);
    await phone.page.getByText('We went back to the version that worked').waitFor();
    await release('two');
    await phone.page.getByRole('button', { name: 'Change to it now' }).click();
    await untilGood('two');
    expect(await builtAs()).toBe('two');
    await expect.poll(keptBuilds).toEqual(['two']);
  });

  async function startBadVersionTwice(): Promise<void> {
    await release('bad');
    await phone.page.getByRole('button', { name: 'Change to it now' }).click();
    const broken = 'error: Error: broken on purpose';
    await expect.poll(() => phone.complaints).toEqual([broken]);
    await phone.page.reload();
    await expect.poll(() => phone.complaints).toEqual([broken, broken]);
    expect(await phone.page.getByRole('heading').count()).toBe(0);
  }

  /** Puts the build on the hub and waits until the phone has it whole. */
  async function release(name: string): Promise<void> {
    await app.release(builds[name] ?? '');
    await phone.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await until(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting?.state === 'installed';
    }, undefined);
  }

  async function untilGood(name: string): Promise<void> {
    await until(async (wanted) => {
      const stored = await caches.match('/boots.json', { cacheName: 'patchbook-boots' });
      const record: unknown = await stored?.json();
      return JSON.stringify(record ?? {}).includes(`"lastGood":"${wanted}"`);
    }, name);
  }

  /** Playwright's waitForFunction takes a promise for a yes; and the page may be loading again. */
  async function until<T>(holds: (given: T) => Promise<boolean>, given: T): Promise<void> {
    const ask = () => phone.page.evaluate(holds as never, given as never).catch(() => false);
    await expect.poll(ask).toBe(true);
  }

  const keptBuilds = (): Promise<string[]> =>
    phone.page.evaluate(async () => {
      const names = await caches.keys();
      return names.filter((n) => n.startsWith('patchbook-files-')).map((n) => n.slice(16));
    });

  /** Waits for the app to say so: it does after its first screen is drawn. */
  const builtAs = (): Promise<string | null> =>
    phone.page.locator('html[data-build]').getAttribute('data-build');
});
