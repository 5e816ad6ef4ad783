import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json } from '#base/json.ts';
import { relationNames } from '#domain/connection/connection.ts';
import { metresBetween } from '#domain/place/distance.ts';
import { statuses } from '#domain/record/base-fields.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { shareLevels } from '#domain/sharing/level.ts';
import { assetKinds, kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import { assetTypeSchema, findType } from '#domain/taxonomy/types.ts';
import { readCopy } from '#formats/copy.ts';
import { createWalks } from '#pack/walks.ts';
import { madeUpFiles } from '#services/made-up-files.ts';
import { toDegrees } from '../../../../tools/demo/ground/metres.ts';
import { demoFiles, makeDemo } from '../../../../tools/demo/make-demo.ts';
import { opened } from '../../../support/read-tiles.ts';

const root = join(import.meta.dirname, '../../../..');
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(root, path)));

const made = await makeDemo();
const read = readCopy(JSON.parse(made.book));
if (!read.ok) throw new Error(read.error.kind);
const { records, keptOut, photos, photosKeptOut } = read.value;

describe('the made-up neighbourhood that ships', () => {
  test('is made again byte for byte', () => {
    // By the buffers' own comparison: to show a difference of 300 KB would take minutes.
    const isSame = (part: keyof typeof demoFiles) =>
      Buffer.from(made[part] as string).equals(bytesOf(demoFiles[part]));
    expect({ osm: isSame('osm'), pack: isSame('pack'), book: isSame('book') }).toEqual({
      osm: true,
      pack: true,
      book: true,
    });
  });

  test('is as large as the app says, and small', () => {
    expect(madeUpFiles.pack.bytes).toBe(made.pack.byteLength);
    expect(madeUpFiles.records.bytes).toBe(Buffer.byteLength(made.book));
    expect(made.pack.byteLength).toBeLessThan(400_000);
    expect(Buffer.byteLength(made.book)).toBeLessThan(200_000);
  });
});

describe('its ground', () => {
  const at = (east: number, north: number) => {
    const [lon, lat] = toDegrees([east, north]);
    return { lon, lat };
  };

  test('is a pack the app takes, whose data nobody owns', async () => {
    const { facts, places } = await opened(made.pack);
    expect(facts.name).toContain('made up');
    expect(facts.attribution).toBe('Made up: nothing here is real');
    expect(places.streets.length).toBeGreaterThan(15);
    expect(places.streets.filter(({ names }) => names['cy']).length).toBeGreaterThan(15);
    expect(places.groups.flatMap(({ homes }) => homes).length).toBeGreaterThan(300);
    for (const [code] of places.postcodes) expect(code).toMatch(/^ZZ7 \d[A-Z]{2}$/);
  });

  test('has one bridge: what lies over the water is far on foot', async () => {
    const { graph } = await opened(made.pack);
    const [quay, ferrySteps] = [at(150, 10), at(262, -6)];
    const walk = createWalks(graph).from(quay)(ferrySteps) ?? 0;
    expect(metresBetween(quay, ferrySteps)).toBeLessThan(120);
    expect(walk).toBeGreaterThan(1_000);
  });

  test('lies in the sea: Wales has no land within 15 kilometres', () => {
    const coast = [
      { lon: -4.66, lat: 52.14 },
      { lon: -4.47, lat: 52.15 },
      { lon: -4.36, lat: 52.21 },
      { lon: -4.26, lat: 52.24 },
      { lon: -4.09, lat: 52.41 },
      { lon: -5.08, lat: 52.03 },
      { lon: -4.56, lat: 52.79 },
    ];
    for (const place of coast) expect(metresBetween(at(0, 0), place)).toBeGreaterThan(15_000);
  });
});

/** Every object in a record that points at another one. */
function refsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (!isJsonObject(value)) return [];
  const own = [
    typeof value['type'] === 'string' && typeof value['id'] === 'string' ? [value['id']] : [],
    ...['placeId', 'meetsAt', 'parentId', 'createdBy', 'by'].map((key) => value[key] ?? []),
  ];
  return [...own.flat(), ...Object.values(value).flatMap(refsIn)] as readonly string[];
}

const json = (record: AnyRecord) => record as unknown as Json;
const ofType = <T extends AnyRecord['type']>(type: T) =>
  records.filter((record): record is Extract<AnyRecord, { type: T }> => record.type === type);

describe('its book', () => {
  test('comes whole through the door all records pass', () => {
    expect(keptOut).toEqual({});
    expect(photosKeptOut).toBe(0);
    const named = records.flatMap((record) => ('photos' in record ? (record.photos ?? []) : []));
    expect(named.map(({ id }) => id).sort()).toEqual([...photos.keys()].sort());
    expect(photos.size).toBeGreaterThan(0);
    expect(records.length).toBeGreaterThan(200);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  test('shows each kind at least ten times, and 100 to 160 things in all', () => {
    const shown = records.filter(
      ({ type, status }) => kindOfRecordType(type) !== undefined && status !== 'archived',
    );
    for (const kind of assetKinds)
      expect(
        shown.filter(({ type }) => kindOfRecordType(type) === kind).length,
        kind,
      ).toBeGreaterThanOrEqual(10);
    expect(shown.length).toBeGreaterThanOrEqual(100);
    expect(shown.length).toBeLessThanOrEqual(160);
    expect(ofType('activity').length).toBeGreaterThanOrEqual(12);
  });

  test('shows every state, every circle and every kind of tie', () => {
    expect(new Set(records.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(new Set(records.map(({ share }) => share))).toEqual(new Set(shareLevels));
    expect(new Set(ofType('connection').map(({ rel }) => rel))).toEqual(new Set(relationNames));
  });

  test('shows costs, times, ages, languages, ways in and a secret place', () => {
    const all = JSON.stringify(records);
    const shown = [
      ...[
        '"cost":"free"',
        '"cost":"donation"',
        '"cost":"paid"',
        '"pricePence"',
        '"stepFree":"yes"',
      ],
      ...[
        '"stepFree":"no"',
        '"openingTimes"',
        '"meets"',
        '"termTimeOnly":true',
        '"freq":"monthly"',
      ],
      ...['"freq":"once"', '"ages"', '"languages"', '"capacity"', '"acceptsIntroductions"'],
      ...['"spaces"', '"communityUse":"could-be"', '"risk"', '"alert"', '"wishes"', '"pause"'],
      ...['"confidentialLocation":true', '"language":"cy"', '"tradeModel"', '"giftSpace"'],
    ];
    expect(shown.filter((part) => !all.includes(part))).toEqual([]);
    const types = records.flatMap((record) => ('assetType' in record ? [record.assetType] : []));
    expect(types.filter((type) => type && !findType(type))).toEqual([]);
    for (const type of types) if (type) expect(v.is(assetTypeSchema, type)).toBe(true);
    for (const record of records)
      if ('confidentialLocation' in record && record.confidentialLocation)
        expect(record).not.toHaveProperty('location');
  });

  test('points only at what is in it', () => {
    const ids = new Set(records.map(({ id }) => id));
    const lost = records.flatMap((record) =>
      refsIn(json(record))
        .filter((id) => !ids.has(id))
        .map((id) => `${record.type}: ${id}`),
    );
    expect(lost).toEqual([]);
  });

  test('names nobody who can be reached, and no person has a point', () => {
    const all = JSON.stringify(records);
    const phones = all.match(/\+\d{7,15}|\b0\d{3,5}[ \d]{6,8}/g) ?? [];
    expect(phones.length).toBeGreaterThan(20);
    for (const phone of phones) expect(phone.replaceAll(' ', '')).toMatch(/^(\+44|0)1632960\d{3}$/);
    for (const host of all.match(/(?<=@|https:\/\/)[\w.-]+/g) ?? [])
      expect(host).toMatch(/(^|\.)example\.org$/);
    for (const code of all.match(/"postcode":"[^"]+"/g) ?? []) expect(code).toContain('"ZZ7 ');
    for (const { share, location } of ofType('person')) {
      expect(share).toBe('device');
      expect(location?.geometry).toBeUndefined();
    }
  });

  test('has doors where the map has houses', async () => {
    const { places } = await opened(made.pack);
    const doors = places.groups.flatMap(({ street, homes }) =>
      homes.map(([number]) => `${number} ${places.streets[street ?? -1]?.names['']}`),
    );
    const lines = records.flatMap((record) =>
      'address' in record && record.address?.line1?.match(/^\d/) ? [record.address.line1] : [],
    );
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((line) => !doors.includes(line))).toEqual([]);
  });
});
