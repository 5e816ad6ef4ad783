import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makePack } from '../../support/make-pack.ts';

const file = new URL('../../fixtures/maps/small.pmtiles', import.meta.url);

test('the made-up map in the fixtures is what its generator makes, byte for byte', () => {
  const made = makePack(7);
  if (process.env['WRITE_FIXTURES']) writeFileSync(file, made);
  expect(Uint8Array.from(readFileSync(file))).toEqual(made);
  expect(made.byteLength).toBeLessThan(60_000);
});
