import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { validateDocUpdate } from '../../../hub/couch/validate.ts';
import { badDocuments, goodDocuments } from '../../support/arriving-documents.ts';

/** What CouchDB does with the text: it runs it in a place that has nothing of ours. */
function couchSays(document: unknown): unknown {
  const call = `var said; try { (${validateDocUpdate()})(document); said = 'taken' }
    catch (thrown) { said = thrown.forbidden || String(thrown) } said`;
  return runInNewContext(call, { document });
}

test.each(goodDocuments)('a CouchDB lets %s in', (_, document) => {
  expect(couchSays(document)).toBe('taken');
});

test.each(badDocuments)('a CouchDB keeps %s out', (_, document, fault) => {
  expect(couchSays(document)).toBe(fault);
});

test('the text names nothing that only a build knows', () => {
  expect(validateDocUpdate()).not.toMatch(/__name|__vi|import|export|: unknown/);
});
