import { expect, test } from 'vitest';
import { createInstaller, type InstallWindow } from '#platform/install.ts';

const chrome = 'Mozilla/5.0 (Linux; Android 14) Chrome/126.0.0.0 Mobile Safari/537.36';

function fakeWindow(userAgent = chrome, standalone = false): InstallWindow & EventTarget {
  return Object.assign(new EventTarget(), {
    navigator: { userAgent, maxTouchPoints: 5 },
    matchMedia: () => ({ matches: standalone }),
  });
}

const offer = (outcome: 'accepted' | 'dismissed') =>
  Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: async () => ({ outcome }),
  });

test('keeps the offer for our own words, uses it once', async () => {
  const view = fakeWindow();
  const installer = createInstaller(view);
  let told = 0;
  installer.subscribe(() => {
    told += 1;
  });
  expect(installer.state()).toBe('unavailable');
  const event = offer('dismissed');
  view.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(installer.state()).toBe('ready');
  expect(await installer.ask()).toBe('dismissed');
  expect(installer.state()).toBe('unavailable');
  expect(await installer.ask()).toBe('unavailable');
  expect(told).toBeGreaterThanOrEqual(2);
});

test('is installed after the browser says so, or when opened from the home screen', () => {
  const view = fakeWindow();
  const installer = createInstaller(view);
  view.dispatchEvent(new Event('appinstalled'));
  expect(installer.state()).toBe('installed');
  expect(createInstaller(fakeWindow(chrome, true)).state()).toBe('installed');
});

test('on an iPhone it is done by hand', () => {
  expect(createInstaller(fakeWindow('Mozilla/5.0 (iPhone; CPU iPhone OS 17_5)')).state()).toBe(
    'by-hand',
  );
});

test('a listener that left is told nothing', () => {
  const view = fakeWindow();
  const installer = createInstaller(view);
  let told = 0;
  installer.subscribe(() => {
    told += 1;
  })();
  view.dispatchEvent(offer('accepted'));
  expect(told).toBe(0);
});
