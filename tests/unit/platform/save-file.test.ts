import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '#platform/save-file.ts';

test.each([
  ['Pill, Newport.json', 'Pill, Newport.json'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON:a|b?.json', 'CON-a-b-.json'],
  ['  ', 'patchbook'],
  ['', 'patchbook'],
  ['Tŷ Coffi.json', 'Tŷ Coffi.json'],
])('%s is saved as %s', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('no name leaves its folder or hides its ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const safe = safeFileName(`${name}\u202egnp.exe/..\\`);
      expect(safe).not.toMatch(/[/\\\u202e\p{Cc}]/u);
      expect(safe).not.toMatch(/^\./);
      expect(safe.length).toBeGreaterThan(0);
    }),
  );
});
