import { documentFaultParts } from '../../src/seal/document-fault.ts';

/**
 * The hub's gate as a CouchDB design document's `validate_doc_update`: the same functions, as
 * text. CouchDB 3 calls it with the document as it comes, `_revisions` included, and refuses the
 * document when it throws.
 */
export const validateDocUpdate = (): string =>
  `function (doc) {
${documentFaultParts.map(String).join('\n')}
  var fault = documentFault(doc);
  if (fault) throw { forbidden: fault };
}`;
