import { describe, expect, test } from 'vitest';
import { passGate } from '#seal/gate.ts';

const hash = 'a'.repeat(32);
const parent = 'b'.repeat(32);
const live = {
  _id: '0'.repeat(32),
  _rev: `2-${hash}`,
  _revisions: { start: 2, ids: [hash, parent] },
  v: 1,
  k: 'c'.repeat(16),
  e: 1,
  c: 'AAAA',
};
const { v: _v, k: _k, e: _e, c: _c, ...rooted } = live;
const tombstone = { ...rooted, _deleted: true };

test('a sealed leaf and an empty tombstone pass, with a history cut short, too', () => {
  expect(passGate(live)).toEqual({ ok: true, value: live });
  expect(passGate(tombstone)).toEqual({ ok: true, value: tombstone });
  const far = { ...live, _rev: `100000-${hash}`, _revisions: { start: 100_000, ids: [hash] } };
  expect(passGate(far)).toMatchObject({ ok: true });
});

describe('the gate stays shut for', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['a design document', { ...live, _id: '_design/all' }],
    ['an id in capitals', { ...live, _id: 'A'.repeat(32) }],
    ['a key more', { ...live, name: 'Mair' }],
    ['an attachment', { ...live, _attachments: {} }],
    ['a tombstone that says something', { ...tombstone, c: 'AAAA' }],
    ['a tombstone that is none', { ...rooted, _deleted: false }],
    ['no history', { ...live, _revisions: undefined }],
    ['another one’s history', { ...live, _rev: `2-${parent}` }],
    ['another generation', { ...live, _rev: `3-${hash}` }],
    [
      'a generation nobody reaches',
      { ...live, _rev: `100001-${hash}`, _revisions: { start: 100_001, ids: [hash] } },
    ],
    [
      'the largest number there is',
      {
        ...live,
        _rev: `9007199254740991-${hash}`,
        _revisions: { start: 9007199254740991, ids: [hash] },
      },
    ],
    ['generation nought', { ...live, _rev: `0-${hash}`, _revisions: { start: 0, ids: [hash] } }],
    [
      'a history longer than its generation',
      { ...live, _revisions: { start: 2, ids: [hash, parent, hash] } },
    ],
    [
      'a history without end',
      { ...live, _rev: `5000-${hash}`, _revisions: { start: 5_000, ids: Array(5_000).fill(hash) } },
    ],
    ['a giant body', { ...live, c: 'A'.repeat(300_000) }],
    ['a body that is no base64', { ...live, c: 'öööö' }],
    ['an epoch of a half', { ...live, e: 1.5 }],
    ['an envelope of a later version', { ...live, v: 2 }],
  ])('%s', (_, doc) => {
    expect(passGate(doc)).toMatchObject({ ok: false });
  });
});
