import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentFault } from '#seal/document-fault.ts';
import { checkEnvelope } from '#seal/envelope.ts';
import {
  arriving,
  badDocuments,
  envelope,
  goodDocuments,
} from '../../support/arriving-documents.ts';
import { runs } from '../../support/runs.ts';

describe('the gate for documents', () => {
  test.each(goodDocuments)('lets %s in', (_, document) => {
    expect(documentFault(document)).toBeUndefined();
  });

  test.each(badDocuments)('keeps %s out', (_, document, fault) => {
    expect(documentFault(document)).toBe(fault);
  });

  test('takes the envelopes that the seal takes, and no others', () => {
    const odd = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.base64String({ maxLength: 12 }),
      fc.integer({ min: -1, max: 3 }),
      fc.double(),
      fc.constantFrom(null, true, [], {}, 'AAA=', 'AAB=', '01b10e209c124a96'),
    );
    const key = fc.constantFrom('v', 'k', 'e', 'c', 'x');
    const change = fc.dictionary(key, odd, { maxKeys: 2 });
    fc.assert(
      fc.property(change, (changed) => {
        const document = arriving('any', { ...envelope(), ...changed });
        const { _rev, _revisions, ...bare } = document;
        expect(documentFault(document) === undefined).toBe(checkEnvelope(bare).ok);
      }),
      runs(1_000),
    );
  });
});
