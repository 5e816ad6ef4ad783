import { afterEach, describe, expect, it } from 'vitest';
import { type Composition, compose } from '#app/compose.ts';
import type { Shown } from '#app/stage.ts';
import { fail } from '#base/result.ts';
import { lookAround, type Moving } from '#features/look-around/look-around.ts';
import type { Opened } from '#services/create-services.ts';

const about = { name: 'Pont Dychmyg (made up)', yourName: 'You' };
const never = new AbortController().signal;

let composition: Composition;
const opened = (shown: Shown = composition.read()): Opened => {
  if (shown.state !== 'open') throw new Error(`nothing is open: ${shown.state}`);
  return shown.opened;
};
const look = (onMove: (moving: Moving) => void = () => {}, signal = never) =>
  lookAround(composition.starter, { about, signal, onMove });

const databases = async (): Promise<readonly string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => name ?? []);

async function begin(): Promise<void> {
  composition = compose();
  await composition.begin();
}

afterEach(async () => {
  for (const { id } of await composition.starter.list()) {
    await composition.device.keys.update(id, { madeUp: 'whole' });
    await composition.starter.throwAway(id);
  }
  composition.device.close();
});

describe('looking around', () => {
  it('opens a register of its own with everything in it, as one act', async () => {
    await begin();
    const steps: Moving[] = [];
    expect(await look((moving) => steps.push(moving))).toEqual({ ok: true, value: null });
    expect(new Set(steps.map(({ at }) => at))).toEqual(
      new Set(['fetching', 'checking', 'filling']),
    );
    const { services, catalogue } = opened();
    expect(services.madeUp).toBe(true);
    expect(await catalogue.things.where('kind').above('').count()).toBeGreaterThan(120);
    expect(await catalogue.things.where('kind').equals('people').count()).toBeGreaterThan(10);
    expect(await catalogue.things.where('batchId').above('').count()).toBeGreaterThan(120);
    expect((await catalogue.things.orderBy('batchId').uniqueKeys()).length).toBe(1);
    expect(await services.packs.list()).toHaveLength(1);
    expect(await composition.device.photos.count()).toBe(2);
    const centre = { lon: -4.9, lat: 52.3 };
    const found = await services.finder.find({ near: centre, limit: 20 });
    expect(found.away[0]?.minutes).toBeGreaterThan(0);
    const bells = await services.finder.find({ text: 'Bells under', limit: 5 });
    expect(bells.total).toBeGreaterThan(0);
  }, 60_000);

  it('twice is the same one, and its map is no other register’s ground', async () => {
    await begin();
    await look();
    const { registerId } = opened().services.book;
    await composition.starter.start({ name: 'Rivermouth', yourName: 'Mair' });
    expect(opened().services.madeUp).toBe(false);
    expect(await opened().services.packs.list()).toEqual([]);
    expect(await opened().services.places.search('High Street', 'en')).toEqual([]);
    const steps: Moving[] = [];
    await look((moving) => steps.push(moving));
    expect(steps).toEqual([]);
    expect(opened().services.book.registerId).toBe(registerId);
    expect(await composition.starter.list()).toHaveLength(2);
  }, 60_000);

  it('is thrown away whole, and what was open before is open again', async () => {
    await begin();
    await composition.starter.start({ name: 'Rivermouth', yourName: 'Mair' });
    const own = opened().services.book.registerId;
    await look();
    const { registerId } = opened().services.book;
    await composition.starter.throwAway(registerId);
    expect(opened().services.book.registerId).toBe(own);
    expect((await databases()).filter((name) => name.includes(registerId))).toEqual([]);
    const { device } = composition;
    expect(await device.records.filter(({ register }) => register === registerId).count()).toBe(0);
    expect(await device.packs.count()).toBe(0);
    expect(await device.photos.count()).toBe(0);
  }, 60_000);

  it('never throws away a register of one’s own', async () => {
    await begin();
    await composition.starter.start({ name: 'Rivermouth', yourName: 'Mair' });
    const own = opened().services.book.registerId;
    await composition.starter.throwAway(own);
    expect(opened().services.book.registerId).toBe(own);
  });
});

describe('what does not come whole', () => {
  it('leaves nothing behind, and the register that was open stays', async () => {
    await begin();
    await composition.starter.start({ name: 'Rivermouth', yourName: 'Mair' });
    const own = opened().services.book.registerId;
    const before = await databases();
    const failed = await composition.starter.start({ ...about, madeUp: true }, async () =>
      fail('disk-full'),
    );
    expect(failed).toEqual(fail('disk-full'));
    expect(opened().services.book.registerId).toBe(own);
    expect(await composition.starter.list()).toHaveLength(1);
    expect(new Set(await databases())).toEqual(new Set(before));
  });

  it('stopped half-way is taken back', async () => {
    await begin();
    const stop = new AbortController();
    const done = await look((moving) => moving.at === 'filling' && stop.abort(), stop.signal);
    expect(done).toMatchObject({ ok: false, error: { kind: 'import-stopped' } });
    expect(composition.read().state).toBe('none');
    expect(await composition.device.packs.count()).toBe(0);
  }, 60_000);

  it('that a phone died over is not listed, and goes when somebody looks again', async () => {
    await begin();
    const dies = composition.starter.start({ ...about, madeUp: true }, () => {
      throw new Error('the phone died');
    });
    await expect(dies).rejects.toThrow('the phone died');
    expect(await composition.starter.list()).toEqual([]);
    const [half] = await composition.device.keys.toArray();
    await begin();
    expect(composition.read().state).toBe('none');
    await look();
    expect(await composition.device.keys.get(half?.register ?? '')).toBeUndefined();
    expect(await composition.starter.list()).toHaveLength(1);
  }, 60_000);
});
