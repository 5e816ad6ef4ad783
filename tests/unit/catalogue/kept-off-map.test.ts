import { expect, test } from 'vitest';
import { finishRow } from '#catalogue/finish-row.ts';
import { projectThing } from '#catalogue/project.ts';
import type { AnyRecord } from '#domain/record/record.ts';

const rowOf = (more: object) => {
  const record = {
    type: 'group',
    id: 'sewing',
    name: 'Sewing',
    createdAt: '2026-11-01T10:00:00Z',
    share: 'team',
    status: 'active',
    ...more,
  };
  const row = projectThing(record as unknown as AnyRecord, 0);
  if (!row) throw new Error('no row');
  return row;
};
const point = { type: 'Point', coordinates: [-2.99, 51.58] };

test('nobody is asked to place what is secret, or what is to be shown to nobody', () => {
  expect(rowOf({ confidentialLocation: true }).keptOffMap).toBe(true);
  expect(rowOf({ location: { precision: 'none' } }).keptOffMap).toBe(true);
  expect(rowOf({})).not.toHaveProperty('keptOffMap');
  expect(rowOf({ location: { precision: 'exact', geometry: point } })).not.toHaveProperty(
    'keptOffMap',
  );
});

test('what is secret does not stand where it meets either', () => {
  const hall = { ...rowOf({ id: 'hall' }), lon: -2.99, lat: 51.58, precision: 'exact' as const };
  const finished = (more: object) =>
    finishRow(rowOf({ meetsAt: 'hall', ...more }), { confirmations: [], place: hall, members: 1 });
  expect(finished({})).toMatchObject({ lon: -2.99, lat: 51.58 });
  expect(finished({ confidentialLocation: true })).not.toHaveProperty('lon');
});
