import type { JsonObject } from '#base/json.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import type { Book } from '#services/book.ts';

const born = '2026-11-01T10:00:00Z';

export const spotAt = (lon: number, lat: number): JsonObject => ({
  location: {
    precision: 'exact',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    capturedBy: 'tap',
    capturedAt: born,
  },
});

/** Adds a record and answers its ref; fails loudly when the book refuses. */
export async function added(book: Book, type: RecordType, values: JsonObject): Promise<Ref> {
  const done = await book.add(type, values);
  if (!done.ok) throw new Error(`${type}: ${JSON.stringify(done.error)}`);
  return { type, id: done.value.id };
}

/** The record as the register holds it now. */
export async function heldNow(book: Book, ref: Ref): Promise<JsonObject> {
  const read = await book.read(ref);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.record as unknown as JsonObject;
}

export interface Neighbours {
  readonly hall: Ref;
  readonly knitters: Ref;
  readonly growers: Ref;
  /** Came with map data; nobody has confirmed it. */
  readonly bench: Ref;
  readonly person: Ref;
}

/** A few things round one corner of Pillgwenlly. */
export async function neighbours(book: Book): Promise<Neighbours> {
  const hall = await added(book, 'place', {
    name: 'Pill Library',
    assetType: 'place.hall',
    ...spotAt(-2.9885, 51.5765),
  });
  const knitters = await added(book, 'group', {
    name: 'Tuesday knitters',
    assetType: 'assoc.hobby',
    purpose: 'Wool and tea.',
    meetsAt: hall.id,
    note: 'Ask for Joan.',
    meets: [
      {
        id: 'tuesdays',
        startDate: '2026-09-01',
        startTime: '10:00',
        endTime: '12:00',
        freq: 'weekly',
        byDay: ['TU'],
      },
    ],
  });
  const growers = await added(book, 'group', {
    name: 'Pill Growers',
    assetType: 'assoc.hobby',
    ...spotAt(-2.9895, 51.577),
  });
  const bench = await added(book, 'place', {
    name: 'Bench by the canal',
    assetType: 'place.bench',
    status: 'unconfirmed',
    source: {
      kind: 'import-osm',
      licence: 'ODbL-1.0',
      attribution: '© OpenStreetMap contributors',
    },
    ...spotAt(-2.99, 51.578),
  });
  const person = await added(book, 'person', {
    displayName: 'Someone on Temple Street',
    gifts: [{ id: crypto.randomUUID(), dimension: 'hand', words: 'fix most bikes' }],
  });
  return { hall, knitters, growers, bench, person };
}
