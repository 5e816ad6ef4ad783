import { expect, test } from 'vitest';
import { admittedScript } from '../../../src/app/trusted-types.ts';

const page = 'https://book.example/list';

test.each([
  ['/assets/worker-1.js', 'https://book.example/assets/worker-1.js'],
  ['https://book.example/assets/map-worker-1.mjs', 'https://book.example/assets/map-worker-1.mjs'],
  ['/sw.js', 'https://book.example/sw.js'],
])('our own %s is admitted', (address, whole) => {
  expect(admittedScript(address, page)).toBe(whole);
});

test.each([
  'https://evil.example/assets/worker-1.js',
  '//evil.example/assets/worker-1.js',
  'http://book.example/assets/worker-1.js',
  'https://book.example:444/assets/worker-1.js',
  'https://book.example@evil.example/assets/a.js',
  'blob:https://book.example/0b1c',
  'data:text/javascript,alert(1)',
  'javascript:alert(1)',
  '/assets/../api/echo.js',
  '/api/echo.js',
  '/sw.js/../x.js',
  'http://',
  '',
])('%s is refused', (address) => {
  expect(admittedScript(address, page)).toBeNull();
});
