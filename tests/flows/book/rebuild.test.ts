import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { costlyRuns } from '../../support/runs.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

type Act =
  | { readonly what: 'add' | 'tell' }
  | {
      readonly what: 'edit' | 'outline' | 'remove' | 'confirm' | 'narrow' | 'join' | 'host';
      readonly at: number;
    };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>({ what: 'add' }, { what: 'add' }, { what: 'tell' }),
  fc.record({
    what: fc.constantFrom('edit', 'outline', 'remove', 'confirm', 'narrow', 'join', 'host'),
    at: fc.nat(20),
  }) as fc.Arbitrary<Act>,
);

/** Another area each time, and a point again every third time. */
const outline = (n: number): JsonObject => {
  const east = -2.99 + (n + 1) / 1000;
  const corners = [
    [-2.99, 51.58],
    [east, 51.58],
    [east, 51.581],
    [-2.99, 51.58],
  ];
  const area = {
    geometry: { type: 'Polygon', coordinates: [corners] },
    labelPoint: [-2.99, 51.58],
  };
  return n % 3 === 0 ? {} : { location: { ...aPlace('').location, ...area } };
};

const gift = () => [{ id: crypto.randomUUID(), dimension: 'hand', words: 'I can mend nets' }];

async function doAct({ book, catalogue }: TestBook, act: Act, n: number): Promise<void> {
  if (act.what === 'add') {
    await book.add('place', { ...aPlace(`Place ${n}`), note: 'team only', share: 'public' });
    return;
  }
  if (!('at' in act)) {
    await book.add('person', { displayName: `Someone ${n}`, gifts: gift() });
    return;
  }
  const places = await catalogue.things.where('kind').equals('places').toArray();
  const one = places[act.at % Math.max(places.length, 1)];
  const two = places[(act.at + 1) % Math.max(places.length, 1)];
  if (!one || !two) return;
  const ref = { type: 'place', id: one.id } as const;
  if (act.what === 'edit') await book.change(ref, { name: `Renamed ${n}`, note: null });
  if (act.what === 'outline') {
    await book.change(ref, { ...aPlace(`Outlined ${n}`), ...outline(n) });
  }
  if (act.what === 'remove') await book.remove(ref);
  if (act.what === 'confirm') await book.confirm(ref);
  if (act.what === 'narrow') await book.change(ref, { share: 'team' });
  if (act.what === 'join' && one !== two) {
    await book.connect(ref, { type: 'place', id: two.id }, 'part-of');
  }
  if (act.what === 'host') {
    await book.add('activity', {
      kind: 'service',
      title: `Happening ${n}`,
      organiser: ref,
      placeId: two.id,
    });
  }
}

const contentOf = async ({ catalogue }: TestBook) => ({
  things: await catalogue.things.toArray(),
  links: await catalogue.links.toArray(),
  shapes: await catalogue.shapes.toArray(),
  asks: await catalogue.asks.toArray(),
  held: await catalogue.held.toArray(),
});

test('a catalogue made anew equals the one that grew, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const open = await newBook();
      for (const [n, act] of acts.entries()) await doAct(open, act, n);
      const grown = await contentOf(open);
      await open.book.rebuild(() => {});
      const rebuilt = await contentOf(open);
      await open.close();
      expect(rebuilt).toEqual(grown);
    }),
    costlyRuns(25),
  );
});
