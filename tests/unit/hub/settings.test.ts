import { expect, test } from 'vitest';
import { readSettings } from '../../../hub/settings.ts';

test('without wishes the hub is for this machine, on 8080', () => {
  expect(readSettings({})).toEqual({
    port: 8080,
    host: 'localhost',
    dataFolder: './.patchbook-data',
  });
});

test('port, host and folder can be chosen', () => {
  const settings = readSettings({ PORT: '0', HOST: '0.0.0.0', PATCHBOOK_DATA: '/srv/book' });
  expect(settings).toEqual({ port: 0, host: '0.0.0.0', dataFolder: '/srv/book' });
});

test.each(['http', '-1', '65536', '80 80', '1e3', '999999'])('PORT=%s is told as wrong', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT must be a number from 0 to 65535`);
});
