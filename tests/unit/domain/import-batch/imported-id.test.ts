import { expect, it } from 'vitest';
import { importedId } from '#domain/import-batch/imported-id.ts';

it('gives two phones the same id for the same thing, for ever', () => {
  expect(importedId('osm:way/123')).toBe('172235dc-6f00-5ae7-a01e-71d7c3ada80b');
  expect(importedId('osm:way/124')).not.toBe(importedId('osm:way/123'));
});
