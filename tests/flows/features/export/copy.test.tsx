import '#ui/base.css';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { JsonObject } from '#base/json.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { parseRecord } from '#domain/record/record.ts';
import { ExportScreen } from '#features/export/export-screen.tsx';
import { ImportScreen } from '#features/import/import-screen.tsx';
import { inBringingOrder } from '#formats/copy.ts';
import { axeTroubles, eventually } from '../../../support/open-test-register.tsx';
import { button, fileOf, isAt, openImport, says } from '../import/import-stage.tsx';

const files = import.meta.glob<readonly JsonObject[]>('../../../fixtures/records/*.good.json', {
  import: 'default',
  eager: true,
});

type Stage = Awaited<ReturnType<typeof openImport>>;
let one: Stage;
beforeEach(async () => {
  one = await openImport();
});
afterEach(() => one.close());

/** Every good record there is, but removed ones and what belongs to one register only. */
const records: readonly AnyRecord[] = inBringingOrder(
  Object.values(files)
    .flat()
    .flatMap((values) => {
      const record = parseRecord(values);
      return record.ok && record.value.deleted === undefined ? [record.value] : [];
    }),
).filter(({ type }) => type !== 'register' && type !== 'member');

const ids = new Set(records.map(({ id }) => id));

async function fill({ book }: Stage) {
  const items = records.map(({ id, type, ...values }) => ({
    id,
    type,
    values: values as unknown as JsonObject,
  }));
  const about = { fileName: 'fixtures', from: 'import-copy' } as const;
  const filled = await book.bringIn(items, about, () => {});
  expect(filled).toMatchObject({ ok: true, value: { added: records.length, refused: 0 } });
}

/** What a click on "Save my copy" hands to the browser. */
async function saveCopy(stage: Stage): Promise<{ name: string; text: string }> {
  const caught: { name: string; content: Promise<string> }[] = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    caught.push({ name: '', content: blob.text() });
    return 'blob:caught';
  };
  const catching = (event: MouseEvent) => {
    const link = event.target;
    if (!(link instanceof HTMLAnchorElement) || !link.download) return;
    event.preventDefault();
    caught[0] = { name: link.download, content: caught[0]?.content ?? Promise.resolve('') };
  };
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    catching({ target: this, preventDefault: () => {} } as unknown as MouseEvent);
  };
  try {
    await stage.show(<ExportScreen />);
    await button('Save my copy').click();
    await expect
      .element(says('Your copy is among your downloads'), { timeout: 30_000 })
      .toBeVisible();
  } finally {
    URL.createObjectURL = createObjectURL;
    delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
  }
  return { name: caught[0]?.name ?? '', text: (await caught[0]?.content) ?? '' };
}

/** By id, without the import each came in with. */
async function held({ book }: Stage): Promise<Record<string, unknown>> {
  const all = await book.readAll(() => {});
  return Object.fromEntries(
    all
      .filter(({ id }) => ids.has(id))
      .map((record) => {
        const { batchId: _, ...source } = record.source ?? { kind: 'observation' };
        return [`${record.type} ${record.id}`, { ...record, source }];
      }),
  );
}

it('out of one register and into another gives the same book; undone, nothing', async () => {
  await fill(one);
  const photo = new Blob([new Uint8Array([0x52, 0x49, 0x46, 0x46, 1, 2, 3])], {
    type: 'image/webp',
  });
  const photoId = records.flatMap((r) => ('photos' in r ? (r.photos ?? []) : []))[0]?.id ?? '';
  await one.opened.services.photos.restore(photoId, photo);
  const before = await held(one);
  expect(Object.keys(before)).toHaveLength(records.length);
  const { name, text } = await saveCopy(one);
  expect(name).toMatch(/^patchbook-pillgwenlly-\d{4}-\d{2}-\d{2}\.json$/);
  await expect.element(says('1 photo is in it.')).toBeVisible();
  const diary = await one.opened.device.diary.toArray();
  expect(diary.map(({ what }) => what)).toContainEqual(
    expect.stringMatching(/^release own-copy: \d+ given/),
  );

  const two = await openImport();
  try {
    await two.check(fileOf(name, text));
    await expect.element(says(/^A copy of “Pillgwenlly”/)).toBeVisible();
    await two.bringIn();
    expect(await held(two)).toEqual(before);
    const restored = await two.opened.services.photos.load(photoId);
    expect(restored && (await restored.bytes())).toEqual(await photo.bytes());
    await button('Undo import').click();
    await isAt('undone');
    expect(await held(two)).toEqual({});
    expect(await two.opened.catalogue.links.count()).toBe(0);
    expect(await two.opened.device.photos.count()).toBe(0);
  } finally {
    await two.close();
  }
}, 120_000);

it('taken back, a photo that something else shows stays, and so does one taken here', async () => {
  const photo = records.flatMap((r) => ('photos' in r ? (r.photos ?? []) : []))[0] as
    | (JsonObject & { readonly id: string })
    | undefined;
  if (!photo) throw new Error('a thing with a photo');
  const { services, device } = one.opened;
  const blob = new Blob(['a picture'], { type: 'image/webp' });
  await services.photos.restore(photo.id, blob);
  const mine = crypto.randomUUID();
  await device.photos.put({ id: mine, register: one.register, blob, addedAt: 1, waiting: 1 });
  const values = { name: 'The same bench', assetType: 'place.bench' };
  const other = await one.book.add('place', { ...values, photos: [photo] });
  const bring = () =>
    one.book.bringIn(
      [
        {
          id: crypto.randomUUID(),
          type: 'place',
          values: { ...values, photos: [photo, { ...photo, id: mine }] },
        },
      ],
      { fileName: 'copy.json', from: 'import-copy' },
      () => {},
    );
  const first = await bring();
  if (first.ok) await one.book.undoImport(first.value.batchId, () => {});
  expect(await device.photos.count()).toBe(2);
  if (other.ok) await one.book.remove({ type: 'place', id: other.value.id });
  const second = await bring();
  if (second.ok) await one.book.undoImport(second.value.batchId, () => {});
  expect((await device.photos.toArray()).map(({ id }) => id)).toEqual([mine]);
}, 120_000);

it('into the same register leaves alone what stands and brings back what was taken out', async () => {
  await fill(one);
  const { name, text } = await saveCopy(one);
  const gone = records.find(({ type }) => type === 'place');
  await one.book.remove({ type: 'place', id: gone?.id ?? '' });
  const before = await held(one);
  await one.show(<ImportScreen />);
  await eventually('the form', () => page.getByLabelText('File to import').elements().length > 0);
  await one.check(fileOf(name, text));
  await one.bringIn();
  await expect.element(says('1 thing is in the book now')).toBeVisible();
  expect(Object.keys(await held(one))).toHaveLength(Object.keys(before).length + 1);
}, 120_000);

it('is warned about before it is made', async () => {
  await one.show(<ExportScreen />);
  await expect.element(says('The copy is not locked')).toBeVisible();
  await expect.element(says(/Anyone who opens the file can read all of it/)).toBeVisible();
  expect(await axeTroubles()).toEqual([]);
});
