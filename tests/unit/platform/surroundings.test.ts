import { expect, test } from 'vitest';
import { type Features, surroundings } from '#platform/surroundings.ts';

const phone: Features = {
  isStandalone: false,
  maxTouchPoints: 5,
  hasServiceWorker: true,
  hasIndexedDb: true,
  persisted: false,
  quotaBytes: 60e9,
  memoryGb: 4,
};
const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko)';
const chrome = `${android} Chrome/126.0.0.0 Mobile Safari/537.36`;
const webView = 'Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/UQ1A; wv) AppleWebKit/537.36';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15';
const safari = `${iphone} (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1`;
const iosView = `${iphone} (KHTML, like Gecko) Mobile/15E148`;

test.each([
  ['facebook', `${webView} Version/4.0 Chrome/126 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/470.0]`],
  ['facebook', `${iosView} [FBAN/FBIOS;FBAV/470.0;FBDV/iPhone14,5]`],
  ['instagram', `${iosView} Instagram 338.0 (iPhone14,5; iOS 17_5; en_GB)`],
  ['whatsapp', `${iosView} WhatsApp/2.24.12`],
  ['tiktok', `${iosView} musical_ly_35.1.0 BytedanceWebview/d8a21c6`],
  ['linkedin', `${iosView} [LinkedInApp]/9.29`],
  ['snapchat', `${iosView} Snapchat/12.93 (like Safari/8618.2)`],
  ['google', `${iosView} GSA/322.0 Safari/604.1`],
  ['wechat', `${webView} MicroMessenger/8.0.49`],
  ['other', `${webView} Version/4.0 Chrome/126 Mobile Safari/537.36`],
  ['other', iosView],
])('knows the browser inside %s', (app, userAgent) => {
  expect(surroundings(userAgent, phone)).toEqual({ where: 'in-app', app });
});

test('ordinary browsers, and an iPhone whose browser forgets', () => {
  expect(surroundings(chrome, phone)).toEqual({ where: 'ordinary' });
  expect(surroundings(safari, { ...phone, memoryGb: 0 })).toEqual({ where: 'ios-browser' });
  const ipad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15';
  expect(surroundings(ipad, phone)).toEqual({ where: 'ios-browser' });
  expect(surroundings(ipad, { ...phone, maxTouchPoints: 0 })).toEqual({ where: 'ordinary' });
});

test('from the home screen nothing needs saying', () => {
  expect(surroundings(safari, { ...phone, isStandalone: true })).toEqual({ where: 'ordinary' });
  expect(surroundings(iosView, { ...phone, isStandalone: true })).toEqual({ where: 'ordinary' });
});

test.each([
  ['no service worker', { hasServiceWorker: false }],
  ['no database', { hasIndexedDb: false }],
  ['hardly any room', { quotaBytes: 120e6 }],
  ['room like a share of the memory', { quotaBytes: 800e6 }],
])('may be private: %s', (_, less) => {
  expect(surroundings(chrome, { ...phone, ...less })).toEqual({ where: 'maybe-private' });
});

test('what the browser agreed to keep is not private; a silent browser is not accused', () => {
  expect(surroundings(chrome, { ...phone, quotaBytes: 120e6, persisted: true })).toEqual({
    where: 'ordinary',
  });
  const { quotaBytes: _, memoryGb: __, ...silent } = phone;
  expect(surroundings(chrome, silent)).toEqual({ where: 'ordinary' });
});
