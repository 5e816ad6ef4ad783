import { expect, it } from 'vitest';
import { copyFileName } from '#features/export/copy-file-name.ts';
import { safeFileName } from '#platform/save-file.ts';

it.each([
  ['Pillgwenlly', 'patchbook-pillgwenlly-2026-11-22.json'],
  ['Tŷ Coch & the Docks', 'patchbook-ty-coch-the-docks-2026-11-22.json'],
  ['../../etc', 'patchbook-etc-2026-11-22.json'],
  ['桜通り', 'patchbook-桜通り-2026-11-22.json'],
  ['…', 'patchbook-2026-11-22.json'],
  ['', 'patchbook-2026-11-22.json'],
])('%s becomes %s', (register, name) => {
  expect(copyFileName(register, '2026-11-22')).toBe(name);
  expect(safeFileName(name)).toBe(name);
});
