import { expect, test } from 'vitest';
import { bestPack } from '#pack/best-pack.ts';

const pack = (id: string, ...bounds: readonly [number, number, number, number]) => ({ id, bounds });
const pill = pack('pill', -3, 51.5, -2.9, 51.6);
const town = pack('town', -3.2, 51.4, -2.8, 51.7);
const elsewhere = pack('elsewhere', 10, 50, 11, 51);
const centre = { lon: -2.95, lat: 51.55 };

test('no pack, no map', () => {
  expect(bestPack([], centre, [])).toBeUndefined();
});

test('the pack that holds the centre, and the closer cut of two that do', () => {
  expect(bestPack([elsewhere, town, pill], centre, [])?.id).toBe('pill');
  expect(bestPack([pill, town, elsewhere], centre, [])?.id).toBe('pill');
});

test('without a centre, the pack with most things on it', () => {
  const things = [{ lon: 10.5, lat: 50.5 }, { lon: 10.6, lat: 50.6 }, centre];
  expect(bestPack([pill, elsewhere], undefined, things)?.id).toBe('elsewhere');
});

test('of two alike the newer, which comes last', () => {
  const newer = { ...pill, id: 'newer' };
  expect(bestPack([pill, newer], centre, [])?.id).toBe('newer');
});
