import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { JsonObject } from '#base/json.ts';
import { parseRecord } from '#domain/record/record.ts';
import { cleanValues } from '#forms/clean-values.ts';
import type { FormContext } from '#forms/form-context.ts';
import { formContext, held, leaveStage, showForm } from './stage.tsx';

afterEach(leaveStage);

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

const rest = {
  id: '0198f3a0-0000-7000-8000-000000000001',
  share: 'public',
  status: 'active',
  createdAt: '2026-09-01T10:00:00Z',
};
const parsed = (type: string) => {
  const record = parseRecord({ ...rest, type, ...cleanValues(type, held()) });
  return record.ok ? record.value : record.error;
};

describe('a group, typed in', () => {
  it('becomes a good record', async () => {
    await showForm({ type: 'group' });
    await userEvent.fill(field('Name'), 'Tuesday knitters');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Type' }), 'assoc.hobby');
    await userEvent.fill(field('How to join'), 'Just turn up');
    await userEvent.click(page.getByRole('radio', { name: 'Free', exact: true }));
    await userEvent.fill(field('From age'), '16');
    await userEvent.click(page.getByRole('checkbox', { name: 'Welsh' }));
    await userEvent.fill(field('Street or area'), 'Temple Street');
    await userEvent.fill(field('Postcode'), 'np202pb');
    await userEvent.tab();
    expect(parsed('group')).toMatchObject({
      name: 'Tuesday knitters',
      assetType: 'assoc.hobby',
      joinHow: 'Just turn up',
      cost: 'free',
      ages: { min: 16 },
      languages: ['cy'],
      location: { words: 'Temple Street', precision: 'exact', capturedBy: 'typed' },
      address: { postcode: 'NP20 2PB' },
    });
  });

  it('leaves nothing behind when all is taken out again', async () => {
    await showForm({ type: 'group', only: ['name', 'ages', 'pricePence', 'address'] });
    for (const name of ['Name', 'From age', 'Price in pounds', 'Town']) {
      await userEvent.fill(field(name), '5');
      await userEvent.clear(field(name));
    }
    expect(held()).toEqual({});
  });
});

describe('when it meets', () => {
  it('is said in words, then in days and hours, and says what it means', async () => {
    await showForm({ type: 'group', only: ['meets'] });
    await userEvent.click(button('Add a time'));
    await expect.element(field('In your own words')).toHaveFocus();
    await userEvent.keyboard('Wednesdays, tea first');
    await userEvent.click(button('Add days and hours'));
    await expect.element(page.getByRole('checkbox', { name: 'Wednesday' })).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: 'Tuesday' })).not.toBeChecked();
    await userEvent.fill(page.getByLabelText('From', { exact: true }), '10:00');
    await userEvent.fill(page.getByLabelText('To', { exact: true }), '12:00');
    await userEvent.click(page.getByRole('checkbox', { name: 'Only in term time' }));
    await expect
      .element(page.getByText('Wednesdays, 10:00 to 12:00, term time only'))
      .toBeInTheDocument();
    const [meets] = held()['meets'] as JsonObject[];
    expect(meets).toMatchObject({
      words: 'Wednesdays, tea first',
      startDate: '2026-11-25',
      freq: 'weekly',
      byDay: ['WE'],
      startTime: '10:00',
      endTime: '12:00',
      termTimeOnly: true,
    });
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'How often' }), 'monthly-day');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Which one' }), '-1');
    await expect
      .element(page.getByText('The last Wednesday of the month, 10:00 to 12:00, term time only'))
      .toBeInTheDocument();
    await userEvent.click(button('Keep only the words'));
    expect(held()['meets']).toEqual([{ id: meets?.['id'], words: 'Wednesdays, tea first' }]);
  });
});

describe('getting in touch', () => {
  it('keeps numbers and addresses as they must be and shows them as people write them', async () => {
    await showForm({ type: 'place', only: ['contact'] });
    await userEvent.click(button('Add a phone number'));
    await userEvent.fill(field('Phone number'), '01633 656656');
    await userEvent.click(button('Add an email address'));
    await userEvent.fill(field('Email address'), 'hello@pill.example');
    await userEvent.fill(field('Website'), 'pill.example/hall');
    await userEvent.tab();
    expect(cleanValues('place', held())['contact']).toEqual({
      phones: [{ number: '+441633656656' }],
      emails: ['hello@pill.example'],
      website: 'https://pill.example/hall',
    });
    await expect.element(field('Phone number')).toHaveValue('01633 656656');
    await userEvent.click(button('Remove number 1'));
    await expect.element(button('Add a phone number')).toHaveFocus();
    expect(cleanValues('place', held())['contact']).not.toHaveProperty('phones');
  });

  it('keeps a number that is none as it was typed, to be put right', async () => {
    await showForm({ type: 'place', only: ['contact'] });
    await userEvent.click(button('Add a phone number'));
    await userEvent.fill(field('Phone number'), 'ask Joan');
    await userEvent.tab();
    await expect.element(field('Phone number')).toHaveValue('ask Joan');
    expect(held()['contact']).toEqual({ phones: [{ number: 'ask Joan' }] });
  });
});

describe('a person', () => {
  it('is their gifts and wishes in their own words', async () => {
    await showForm({ type: 'person', only: ['gifts', 'displayName', 'wishes'] });
    await userEvent.click(button('I can…'));
    await expect.element(field('I can')).toHaveFocus();
    await userEvent.keyboard('I can fix most bikes');
    await userEvent.selectOptions(
      page.getByRole('combobox', { name: 'Kind of gift' }),
      'g.hand.bikes-cars',
    );
    await userEvent.click(button('I care about…'));
    await userEvent.click(button('Add something they would like'));
    await userEvent.keyboard('Someone to watch the match with');
    await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Dai');
    const { gifts, wishes } = cleanValues('person', held());
    expect(gifts).toMatchObject([
      { dimension: 'hand', words: 'I can fix most bikes', giftType: 'g.hand.bikes-cars' },
    ]);
    expect(wishes).toMatchObject([{ kind: 'learn', words: 'Someone to watch the match with' }]);
  });
});

describe('what cannot be understood', () => {
  it('stays where it was typed and is named, with the way to it', async () => {
    await showForm({
      type: 'group',
      values: { name: 'Knitters', pricePence: 'a pound', ages: { min: 'ten' } },
      issues: [
        { field: 'pricePence', message: 'not-a-price' },
        { field: 'ages.min', message: 'not-a-number' },
        { field: 'contact.social.0.url', message: 'not-a-web-address' },
      ],
      attempt: 1,
    });
    await expect.element(page.getByRole('alert')).toHaveFocus();
    await expect.element(field('Price in pounds')).toHaveValue('a pound');
    await userEvent.click(
      page.getByRole('link', { name: 'Price in pounds: Please write an amount' }),
    );
    await expect.element(field('Price in pounds')).toHaveFocus();
    await userEvent.click(page.getByRole('link', { name: 'Ages: Please write a number' }));
    await expect.element(field('From age')).toHaveFocus();
    await userEvent.click(
      page.getByRole('link', { name: 'Getting in touch: Please check the web' }),
    );
    await expect.element(page.getByRole('group', { name: 'Pages elsewhere' })).toHaveFocus();
  });
});

describe('photos', () => {
  const keeping = (answer: Awaited<ReturnType<NonNullable<FormContext['keepPhoto']>>>) => ({
    ...formContext,
    keepPhoto: async () => answer,
  });
  const photo = {
    id: '0198f3a0-0000-7000-8000-0000000000f0',
    thumb: 'data:image/webp;base64,UklGRg==',
    width: 640,
    height: 480,
  };
  const file = () => new File(['x'], 'hall.jpg', { type: 'image/jpeg' });

  it('are kept with their words, said in a sentence, and taken away', async () => {
    await showForm({
      type: 'place',
      only: ['photos'],
      context: keeping({ ok: true, value: photo }),
    });
    await userEvent.upload(page.getByLabelText('Add a photo'), file());
    await expect.element(page.getByText('Photo kept on this phone.')).toBeInTheDocument();
    await userEvent.fill(field('What the photo shows'), 'The hall');
    expect(held()).toEqual({ photos: [{ ...photo, words: 'The hall' }] });
    await userEvent.click(button('Remove photo 1'));
    expect(held()).toEqual({});
  });

  it('that could not be kept are told in a sentence, and nothing is added', async () => {
    const context = keeping({ ok: false, error: { kind: 'disk-full' } });
    await showForm({ type: 'place', only: ['photos'], context });
    await userEvent.upload(page.getByLabelText('Add a photo'), file());
    await expect.element(page.getByText(/This phone is full/)).toBeInTheDocument();
    expect(held()).toEqual({});
  });

  it('are three at most', async () => {
    const photos = [1, 2, 3].map((n) => ({ ...photo, id: `${photo.id.slice(0, -1)}${n}` }));
    const context = keeping({ ok: true, value: photo });
    await showForm({ type: 'place', only: ['photos'], values: { photos }, context });
    await expect.element(page.getByText(/Three photos are kept/)).toBeInTheDocument();
    expect(document.querySelector('input[type="file"]')).toBeNull();
  });
});

describe('a draft that holds nonsense', () => {
  it('is shown without falling over, and what is typed replaces it', async () => {
    const nonsense = {
      name: [1],
      tags: 'x',
      contact: 7,
      ages: 'old',
      openingTimes: [3, { byDay: 'MO', freq: 'weekly' }],
      location: [],
      spaces: 'hall',
      access: null,
      photos: [{}],
      address: true,
    };
    await showForm({ type: 'place', values: nonsense });
    await userEvent.fill(page.getByRole('textbox', { name: 'Name', exact: true }), 'Hall');
    expect(held()['name']).toBe('Hall');
  });
});
