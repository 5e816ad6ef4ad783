import { expect, test } from 'vitest';
import { readSettings } from '../../../hub/settings.ts';

test('without wishes the hub is for this machine, on 8080', () => {
  expect(readSettings({})).toEqual({
    port: 8080,
    host: 'localhost',
    dataFolder: './.patchbook-data',
    origins: [],
  });
});

test('port, host and folder can be chosen', () => {
  const settings = readSettings({ PORT: '0', HOST: '0.0.0.0', PATCHBOOK_DATA: '/srv/book' });
  expect(settings).toMatchObject({ port: 0, host: '0.0.0.0', dataFolder: '/srv/book' });
});

test('who may ask, how many registers, and the proxy can be chosen', () => {
  const settings = readSettings({
    PATCHBOOK_ORIGINS: 'https://book.example.org, http://localhost:5173',
    PATCHBOOK_REGISTERS: '7',
    PATCHBOOK_PROXY: '10.0.0.0/8',
    PATCHBOOK_MIN_CLIENT: '3',
  });
  expect(settings.origins).toEqual(['https://book.example.org', 'http://localhost:5173']);
  expect(settings).toMatchObject({ registers: 7, proxies: '10.0.0.0/8', lowestClient: 3 });
});

test.each(['*', 'book.example.org', 'https://book.example.org/', 'null'])(
  'PATCHBOOK_ORIGINS=%s is told as wrong',
  (origin) => {
    expect(() => readSettings({ PATCHBOOK_ORIGINS: origin })).toThrow('PATCHBOOK_ORIGINS');
  },
);

test.each(['PATCHBOOK_REGISTERS', 'PATCHBOOK_MIN_CLIENT'])('%s=many is told as wrong', (name) => {
  expect(() => readSettings({ [name]: 'many' })).toThrow(`${name} must be a number`);
});

test.each(['http', '-1', '65536', '80 80', '1e3', '999999'])('PORT=%s is told as wrong', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT must be a number from 0 to 65535`);
});
