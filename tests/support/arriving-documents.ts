import { createHash, randomBytes } from 'node:crypto';
import type { DocumentFault } from '#seal/document-fault.ts';

export const madeUpHash = (of: string): string => createHash('md5').update(of).digest('hex');
export const madeUpId = (of: string | number): string => madeUpHash(`id ${of}`);

type Document = Record<string, unknown> & {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions: { readonly start: number; readonly ids: string[] };
};

/** A history whose newest revision is the first. */
export const withHistory = (start: number, ids: string[]) => ({
  _rev: `${start}-${ids[0]}`,
  _revisions: { start, ids },
});

/** Shaped like a sealed record; nobody can open it. */
export const envelope = (c = 'AAAA') => ({ v: 1, k: '01b10e209c124a96', e: 3, c });

export const arriving = (of: string | number, fields: object = envelope()): Document => ({
  _id: madeUpId(of),
  ...withHistory(1, [madeUpHash(`${of} ${JSON.stringify(fields)}`)]),
  ...fields,
});

/** Base64 of random bytes, which no compression makes smaller. */
export const noise = (bytes: number): string => randomBytes(bytes).toString('base64');

const hashes = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => madeUpHash(`revision ${at}`));

const good = arriving('good');
const [first = '', second = '', third = ''] = hashes(3);

export const goodDocuments: readonly [string, unknown][] = [
  ['a first revision', good],
  ['a third, with its history', { ...good, ...withHistory(3, [third, second, first]) }],
  ['a third, of whose history nothing is known', { ...good, ...withHistory(3, [third]) }],
  ['a hundred revisions', { ...good, ...withHistory(100_000, hashes(100)) }],
  ['the largest', { ...good, c: 'A'.repeat(256 * 1024), e: Number.MAX_SAFE_INTEGER }],
  ['a tombstone', { _id: good._id, ...withHistory(2, [second, first]), _deleted: true }],
];

const nested = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);

export const badDocuments: readonly [string, unknown, DocumentFault][] = [
  ['nothing', undefined, 'not-an-object'],
  ['null', null, 'not-an-object'],
  ['a text', JSON.stringify(good), 'not-an-object'],
  ['a list', [good], 'not-an-object'],
  ['lists in lists', nested, 'not-an-object'],
  ['no id', { ...good, _id: undefined }, 'bad-id'],
  ['a design document', { ...good, _id: '_design/a' }, 'bad-id'],
  ['a local document', { ...good, _id: '_local/a' }, 'bad-id'],
  ['an id in capitals', { ...good, _id: good._id.toUpperCase() }, 'bad-id'],
  ['an id in a list', { ...good, _id: [good._id] }, 'bad-id'],
  ['an id with a line end', { ...good, _id: `${good._id}\n` }, 'bad-id'],
  ['no revision', { ...good, _rev: undefined }, 'bad-revision'],
  ['a garbage revision', { ...good, _rev: 'garbage' }, 'bad-revision'],
  ['generation 0', { ...good, ...withHistory(0, [first]) }, 'bad-revision'],
  ['generation 100,001', { ...good, ...withHistory(100_001, [first]) }, 'bad-revision'],
  [
    'the greatest generation there is',
    { ...good, ...withHistory(Number.MAX_SAFE_INTEGER, [first]) },
    'bad-revision',
  ],
  ['a generation with a nought before it', { ...good, _rev: `01-${first}` }, 'bad-revision'],
  ['a short hash', { ...good, ...withHistory(1, ['abc']) }, 'bad-revision'],
  ['no history', { ...good, _revisions: undefined }, 'bad-history'],
  ['a history that is a list', { ...good, _revisions: [first] }, 'bad-history'],
  ['a history with one more key', more({ depth: 1 }), 'bad-history'],
  [
    'a history of another revision',
    { ...good, _revisions: { start: 1, ids: [second] } },
    'bad-history',
  ],
  ['a history of another generation', more({ start: 2 }), 'bad-history'],
  ['an empty history', more({ ids: [] }), 'bad-history'],
  [
    'more ancestors than there can be',
    { ...good, ...withHistory(2, [third, second, first]) },
    'bad-history',
  ],
  ['more ancestors than are kept', { ...good, ...withHistory(200, hashes(101)) }, 'bad-history'],
  ['an ancestor twice', { ...good, ...withHistory(3, [first, second, first]) }, 'bad-history'],
  ['an ancestor that is a number', { ...good, ...historyOf([first, 7]) }, 'bad-history'],
  [
    'an ancestor that is garbage',
    { ...good, ...historyOf([first, 'x'.repeat(32)]) },
    'bad-history',
  ],
  ['an ancestor in a list', { ...good, ...historyOf([first, [second]]) }, 'bad-history'],
  ['a tombstone with fields', { ...good, _deleted: true }, 'tombstone-with-fields'],
  ['_deleted: false', { ...good, _deleted: false }, 'tombstone-with-fields'],
  [
    '_deleted: 1',
    { _id: good._id, ...withHistory(1, [first]), _deleted: 1 },
    'tombstone-with-fields',
  ],
  ['a name in clear', { ...good, name: 'Ann' }, 'bad-envelope'],
  ['an attachment', { ...good, _attachments: {} }, 'bad-envelope'],
  ['a conflict list', { ...good, _conflicts: [] }, 'bad-envelope'],
  [
    'an own __proto__',
    JSON.parse(`{"__proto__":{},${JSON.stringify(good).slice(1)}`),
    'bad-envelope',
  ],
  ['version 2', { ...good, v: 2 }, 'bad-envelope'],
  ['version "1"', { ...good, v: '1' }, 'bad-envelope'],
  ['a key id that is no hex', { ...good, k: 'zzb10e209c124a96' }, 'bad-envelope'],
  ['epoch 0', { ...good, e: 0 }, 'bad-envelope'],
  ['epoch 1.5', { ...good, e: 1.5 }, 'bad-envelope'],
  ['epoch "3"', { ...good, e: '3' }, 'bad-envelope'],
  ['nothing sealed', { ...good, c: '' }, 'bad-envelope'],
  ['what is sealed in a list', { ...good, c: ['AAAA'] }, 'bad-envelope'],
  ['what is sealed too large', { ...good, c: 'A'.repeat(256 * 1024 + 4) }, 'bad-envelope'],
  ['what is sealed not in base64', { ...good, c: 'AAA*' }, 'bad-envelope'],
  ['what is sealed in another spelling', { ...good, c: 'AAB=' }, 'bad-envelope'],
];

function more(fields: object) {
  return { ...good, _revisions: { ...good._revisions, ...fields } };
}

function historyOf(ids: readonly unknown[]) {
  return { _rev: `9-${ids[0]}`, _revisions: { start: 9, ids } };
}
