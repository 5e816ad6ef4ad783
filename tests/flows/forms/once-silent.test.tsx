import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { held, leaveStage, showFacts, showForm } from './stage.tsx';

afterEach(leaveStage);

const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label }), option);
const fill = (label: string, text: string) =>
  userEvent.fill(page.getByLabelText(label, { exact: true }), text);

it('a group says whether there is room, and whether others may send people', async () => {
  await showForm({ type: 'group' });
  await choose('How things stand', 'There is a waiting list');
  await fill('When this was so', '2026-11-01');
  await userEvent.click(page.getByRole('radio', { name: 'Ask before sending anyone' }));
  await fill('What to know before sending someone', 'Ring Joan first');
  const said = {
    capacity: { state: 'waiting-list', asOf: '2026-11-01' },
    acceptsIntroductions: { yes: false, words: 'Ring Joan first' },
  };
  expect(held()).toMatchObject(said);
  await showFacts({ ...said, type: 'group', name: 'Knitters', share: 'public' });
  await expect.element(page.getByText('There is a waiting list')).toBeVisible();
  await expect.element(page.getByText('Ring Joan first')).toBeVisible();
});

it('what is unsaid again leaves nothing behind', async () => {
  const capacity = { state: 'full', asOf: '2026-11-01' };
  await showForm({ type: 'group', values: { capacity, acceptsIntroductions: { yes: true } } });
  await choose('How things stand', 'Not said yet');
  const introduced = page.getByRole('group', { name: 'Happy to be introduced' });
  await userEvent.click(introduced.getByRole('radio', { name: 'Not said yet' }));
  expect(held()).not.toHaveProperty('capacity.state');
  expect(held()).not.toHaveProperty('acceptsIntroductions.yes');
});

it('an activity has a word for just now, and says whether it runs', async () => {
  await showForm({ type: 'activity' });
  await fill('What people should know', 'In the church hall this month');
  await fill('The last day it holds', '2026-11-30');
  await userEvent.click(page.getByRole('radio', { name: 'Closed for a while' }));
  expect(held()).toMatchObject({
    alert: { words: 'In the church hall this month', until: '2026-11-30' },
    operationalStatus: 'temporarily closed',
  });
});

it('a story has its years and its language, a person theirs', async () => {
  await showForm({ type: 'story' });
  await fill('From the year', '1961');
  await fill('To the year', '1969');
  await choose('Language it is told in', 'Welsh');
  expect(held()).toMatchObject({ years: { from: 1961, to: 1969 }, language: 'cy' });
  await showForm({ type: 'person' });
  await choose('Language they like best', 'Polish');
  expect(held()).toMatchObject({ preferredLanguage: 'pl' });
});

it('a group has pages elsewhere, and a person ways to be reached', async () => {
  await showForm({ type: 'group', only: ['contact'] });
  await userEvent.click(page.getByRole('button', { name: 'Add a page' }));
  await userEvent.fill(page.getByLabelText('Where it is'), 'Facebook');
  await fill('Address of the page', 'facebook.example/knitters');
  await userEvent.tab();
  const social = [{ network: 'Facebook', url: 'https://facebook.example/knitters' }];
  expect(held()).toMatchObject({ contact: { social } });
  await showForm({ type: 'person', only: ['contactRoutes'] });
  await userEvent.click(page.getByRole('button', { name: 'Add a way' }));
  await choose('How to say hello', 'Text message');
  await fill('Number or address', '07700 900123');
  await fill('Best time', 'evenings');
  const contactRoutes = [{ kind: 'sms', value: '07700 900123', bestTime: 'evenings' }];
  expect(held()).toMatchObject({ contactRoutes });
  await showFacts({ type: 'person', displayName: 'Mair', share: 'device', contactRoutes });
  await expect.element(page.getByText('Text message, 07700 900123, evenings')).toBeVisible();
});
