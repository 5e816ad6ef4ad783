import { expect, test } from 'vitest';
import { isScreenAddress, screenAddresses } from '../../../src/base/screen-addresses.ts';

test.each(screenAddresses.map((address) => address.replace(':id', '1f0c')))('%s is', (path) => {
  expect(isScreenAddress(path)).toBe(true);
  expect(isScreenAddress(path === '/' ? path : `${path}/`)).toBe(true);
});

test.each(['edit', 'history', 'connect', 'happens', 'as/member', 'as/team'])(
  'a card has the part %s',
  (part) => expect(isScreenAddress(`/asset/1f0c/${part}`)).toBe(true),
);

test.each([
  '',
  '/asset/a/as',
  '/asset/a/as/anyone',
  '/asset',
  '/asset/',
  '/asset/a/b',
  '/asset/:id/x',
  '/lists',
  '/List',
  '/api/health',
])('%s is not', (path) => {
  expect(isScreenAddress(path)).toBe(false);
});
