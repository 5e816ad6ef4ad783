import { expect, test } from 'vitest';
import { projectShape } from '#catalogue/project-shape.ts';
import type { AnyRecord } from '#domain/record/record.ts';

const ring = [
  [-3, 51],
  [-2.9, 51],
  [-2.9, 51.1],
  [-3, 51],
];
const area = { type: 'Polygon', coordinates: [ring] };
const record = (more: object): AnyRecord =>
  ({
    id: 'one',
    type: 'place',
    location: { precision: 'exact', geometry: area },
    ...more,
  }) as never;

test('an area or a line is kept with its record, a point is not', () => {
  expect(projectShape(record({}), 7)).toEqual({ id: 'one', outline: area, updatedAt: 7 });
  const line = { type: 'LineString', coordinates: ring };
  const told = (geometry: object) =>
    projectShape(record({ location: { precision: 'exact', geometry } }), 7)?.outline;
  expect(told(line)).toEqual(line);
  expect(told({ type: 'Point', coordinates: ring[0] as number[] })).toBeUndefined();
});

test('no ground of what is secret, of a person, of what says no place, of what is gone', () => {
  expect(projectShape(record({ confidentialLocation: true }), 7)).toBeUndefined();
  expect(projectShape(record({ type: 'person' }), 7)).toBeUndefined();
  expect(projectShape(record({ deleted: true }), 7)).toBeUndefined();
  const none = { precision: 'none', geometry: area };
  expect(projectShape(record({ location: none }), 7)).toBeUndefined();
});

test("a register's boundary is its ground", () => {
  const told = projectShape(record({ type: 'register', location: undefined, boundary: area }), 7);
  expect(told?.outline).toEqual(area);
});
