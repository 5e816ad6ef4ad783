import '#ui/base.css';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useImportSession } from '#features/import/import-session.ts';
import { axeTroubles, eventually } from '../../../support/open-test-register.tsx';
import { button, isAt, openImport, says, tick } from './import-stage.tsx';

let stage: Awaited<ReturnType<typeof openImport>>;
beforeEach(async () => {
  stage = await openImport();
});
afterEach(() => stage.close());

const halls = [
  'What it is called,Category,Where,Post Code,lat,lng,Phone,Kept by',
  'Rivermouth Hall,Village hall,1 Quay Road,ZZ1 1AA,51.58,-2.99,01632 960001,The Town',
  'Tinplate Park,Park,Tinplate Road,ZZ1 1AB,51.581,-2.991,,The Town',
  'The Big Kettle,Café,5 Quay Road,ZZ1 1AF,,,soon,The Town',
  'A neighbour,Person,7 Quay Road,ZZ1 1AL,,,,',
  '',
].join('\r\n');
const csv = (text: BlobPart, name = 'halls.csv') => new File([text], name, { type: 'text/csv' });

const column = (heading: string) => page.getByLabelText(heading, { exact: true });

async function toColumns(file: File) {
  await stage.choose(file);
  await button('Check file').click();
  await isAt('columns', 'failed');
}

it('shows what each column is taken for, and what would come of the rows', async () => {
  await toColumns(csv(halls));
  await expect
    .element(says('4 rows: 2 can come in, 1 needs a place on the map and 1 is refused.'))
    .toBeVisible();
  await expect.element(column('Category')).toHaveValue('assetType');
  await expect.element(column('Post Code')).toHaveValue('postcode');
  await expect.element(column('Kept by')).toHaveValue('');
  await expect.element(says('“01632 960001” and “soon”')).toBeVisible();
  await expect.element(says('1 cell under “Phone” could not be read.')).toBeVisible();
  expect(await axeTroubles()).toEqual([]);
  expect(await stage.names()).toEqual([]);
});

it('reads the letters of an old computer, and says so', async () => {
  const old = Uint8Array.from('Name,Town\r\n\x93Kettle\x94 \x96 Caf\xe9,Pill\r\n', (letter) =>
    letter.charCodeAt(0),
  );
  await toColumns(csv(old));
  await expect.element(page.getByText('“Kettle” – Café', { exact: true })).toBeVisible();
  await expect.element(says(/an older way to write letters/)).toBeVisible();
});

it('takes a correction at once, brings in, and takes it all back in one act', async () => {
  await toColumns(csv(halls));
  await column('Kept by').selectOptions('tags');
  await column('What it is called').selectOptions('name');
  await expect.element(column('What it is called')).toHaveValue('name');
  await expect
    .element(page.getByRole('list', { name: 'How the first ones will look' }))
    .toHaveTextContent(/Rivermouth Hall.*Tinplate Park/);
  await button('Go on').click();
  await isAt('review');
  await expect.element(page.getByRole('heading', { name: 'In “halls.csv”' })).toHaveFocus();
  await button('Change the columns').click();
  await expect.element(column('Kept by')).toHaveValue('tags');
  await button('Go on').click();
  await isAt('review');
  await expect.element(tick(/^Community centre/)).toBeChecked();
  expect(await axeTroubles()).toEqual([]);
  await stage.bringIn();
  expect(await stage.names()).toEqual(['Rivermouth Hall', 'The Big Kettle', 'Tinplate Park']);
  const rows = await stage.opened.catalogue.things.where('kind').above('').toArray();
  const hall = rows.find(({ name }) => name === 'Rivermouth Hall');
  expect(hall).toMatchObject({ lon: -2.99, lat: 51.58, status: 'unconfirmed' });
  await button('Undo import').click();
  await isAt('undone');
  expect(await stage.names()).toEqual([]);
});

it('gives the refused rows back as a file, before and after', async () => {
  const saved: string[] = [];
  const names: string[] = [];
  const createObjectURL = URL.createObjectURL.bind(URL);
  const readings: Promise<void>[] = [];
  URL.createObjectURL = (blob: Blob) => {
    if (blob.type === 'text/csv') readings.push(blob.text().then((text) => void saved.push(text)));
    return createObjectURL(blob);
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function record() {
    names.push(this.download);
  };
  try {
    await toColumns(csv(halls));
    await column('What it is called').selectOptions('name');
    await button('Save the refused rows').click();
    await eventually('the file was offered', () => names.length === 1);
    await button('Go on').click();
    await isAt('review');
    await stage.bringIn();
    await button('Save the refused rows').click();
    await eventually('the file was offered again', () => names.length === 2);
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  await Promise.all(readings);
  expect(names).toEqual(['halls - refused rows.csv', 'halls - refused rows.csv']);
  expect(saved[0]).toBe(saved[1]);
  expect(saved[0]?.split('\r\n')[1]).toBe(
    'A neighbour,Person,7 Quay Road,ZZ1 1AL,,,,,"People are asked, never taken from a list."',
  );
});

it('lists what has no spot yet, each with the way to the map of its card', async () => {
  await toColumns(csv(halls));
  await column('What it is called').selectOptions('name');
  await button('Go on').click();
  await isAt('review');
  await stage.bringIn();
  const list = page.getByRole('list', { name: 'Place on the map' });
  await expect.element(list.getByRole('link', { name: 'The Big Kettle' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Place 1 on the map' })).toBeVisible();
  const kettle = list.getByRole('link').element() as HTMLAnchorElement;
  expect(kettle.getAttribute('href')).toMatch(/^\/asset\/[\da-f-]{36}\/edit\?place$/);
  expect(await axeTroubles()).toEqual([]);
  const id = kettle.pathname.split('/')[2] ?? '';
  await stage.book.change(
    { type: 'exchange', id },
    {
      location: {
        precision: 'exact',
        geometry: { type: 'Point', coordinates: [-2.99, 51.58] },
        capturedBy: 'tap',
        capturedAt: '2026-11-01T10:00:00Z',
      },
    },
  );
  await eventually('it has left the list', () => list.elements().length === 0);
});

it('sees that latitude stands first, and swaps before the columns are left', async () => {
  await toColumns(csv('Name,Type,Lat,Lon\nOne,Park,-2.99,51.58\nTwo,Park,-2.991,51.581\n'));
  await button('Swap them').click();
  await eventually('the warning is gone', () => button('Swap them').elements().length === 0);
  await isAt('columns');
  await button('Go on').click();
  await isAt('review');
  await stage.bringIn();
  const rows = await stage.opened.catalogue.things.where('kind').above('').toArray();
  expect(rows.map(({ lon, lat }) => [lon, lat]).sort()).toEqual([
    [-2.99, 51.58],
    [-2.991, 51.581],
  ]);
});

it('brings what happens with those who run it, and takes both back', async () => {
  await toColumns(
    csv(
      'Name,Kind,When,Organiser\nSing together,Activity,Tuesdays at 7,The Choir\nThe Choir,Group,,\n',
    ),
  );
  await button('Go on').click();
  await isAt('review');
  await tick(/^Choir, band/).click();
  await expect.element(tick(/^Choir, band/)).not.toBeChecked();
  await stage.bringIn();
  expect(await stage.names()).toEqual(['Sing together', 'The Choir']);
  await button('Undo import').click();
  await isAt('undone');
  expect(await stage.names()).toEqual([]);
});

it('asks once what rows are of which the list says too little', async () => {
  await toColumns(csv('Name,Type\nTop Yard,Sundry\nLow Yard,Other land\n'));
  await button('Go on').click();
  await isAt('review');
  await tick(/^Other land/).click();
  await button(/^Import/).click();
  await expect.element(says('Please choose what these are.')).toBeVisible();
  await page.getByLabelText('What are these?').selectOptions('place.nature');
  await stage.bringIn();
  expect(await stage.names()).toEqual(['Top Yard']);
});

it('leaves what a list calls by words of its own to be ticked, beside what is known', async () => {
  await toColumns(csv('Name,Type\nTinplate,Park\nTop Yard,Car Parks\n'));
  await button('Go on').click();
  await isAt('review');
  await expect.element(tick(/^Park, green/)).toBeChecked();
  await expect.element(tick(/^Car Parks/)).not.toBeChecked();
  await stage.bringIn();
  expect(await stage.names()).toEqual(['Tinplate']);
});

it('goes on with the last choices, however quick the hand', async () => {
  const rows = Array.from({ length: 2_000 }, (_, n) => `A${n},Hall ${n},Hill`).join('\n');
  await toColumns(csv(`Code,Called,Known as x\n${rows}\n`));
  const select = (heading: string, value: string) => {
    const element = column(heading).element() as HTMLSelectElement;
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  };
  select('Called', 'tags');
  select('Code', 'name');
  select('Called', 'name');
  (button('Go on').element() as HTMLButtonElement).click();
  await isAt('review');
  await expect.element(says('2000 things for your book.')).toBeVisible();
  const { review } = useImportSession.getState();
  const fields = review?.file.table?.columns.map(({ field }) => field);
  expect(fields).toEqual([undefined, 'name', undefined]);
  expect(review?.ticked).toEqual(review?.file.groups.map(({ key }) => key));
});

it('says what is missing while no column holds names', async () => {
  await toColumns(csv('Code,Called\nA1,Hall\n'));
  await button('Go on').click();
  await expect.element(says(/^As the columns stand, nothing can come in\./)).toBeVisible();
  await column('Called').selectOptions('name');
  await button('Go on').click();
  await isAt('review');
});

it('shows a wide table a page at a time', async () => {
  const wide = Array.from({ length: 70 }, (_, n) => `Column no. ${n + 1}`);
  await toColumns(csv(`Name,${wide.join()}\nHall,${wide.join()}\n`));
  await expect.element(column('Column no. 29')).toBeVisible();
  expect(column('Column no. 30').elements()).toEqual([]);
  await button('Show 41 more columns').click();
  await expect.element(column('Column no. 59')).toBeVisible();
  await button('Show 11 more columns').click();
  await expect.element(column('Column no. 70')).toBeVisible();
});

it('ties what happens to what the book holds already, by its name', async () => {
  const choir = await stage.book.add('group', { name: 'Côr y Tŵr', assetType: 'assoc.arts' });
  if (!choir.ok) throw new Error(choir.error.kind);
  const rows = [
    'Name,Kind,When,Organiser',
    'Sing,activity,Tue 7pm,COR Y TWR',
    'Tea,activity,Wed,Nobody',
  ];
  await toColumns(csv(`${rows.join('\n')}\n`));
  await expect
    .element(says('1 that happens, but who runs it is neither here nor in your book.'))
    .toBeVisible();
  await button('Go on').click();
  await isAt('review');
  await stage.bringIn();
  const sing = await stage.opened.catalogue.things.where('kind').above('').toArray();
  expect(sing.find(({ name }) => name === 'Sing')).toMatchObject({ organiserId: choir.value.id });
});
