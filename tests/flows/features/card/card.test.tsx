import '#ui/base.css';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  eventually,
  fixAt,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { closeQuietly, openAt, press, words } from './card-stage.tsx';
import { added, heldNow, type Neighbours, neighbours } from './neighbours.ts';

let stage: TestRegister;
let near: Neighbours;
const book = () => stage.opened.services.book;

beforeEach(async () => {
  const fix = fixAt(-2.9925, 51.5765, 8);
  stage = await openTestRegister({ recentFix: () => (fix.ok ? fix.value : undefined) });
  near = await neighbours(book());
});
afterEach(() => closeQuietly(stage));

const rowOf = (id: string) => stage.opened.catalogue.things.get(id);
const says = (text: string) => eventually(text, () => words().includes(text));
const linkTo = (name: string) => page.getByRole('link', { name });

const filled = () => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.background = 'var(--brand)';
  const brand = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [...document.querySelectorAll('main a, main button')]
    .filter((each) => getComputedStyle(each).backgroundColor === brand)
    .map(({ textContent }) => textContent);
};

describe('the card', () => {
  it('tells what it is, when next, where, how far as the crow flies, and who may see it', async () => {
    await openAt(stage, `/asset/${near.knitters.id}`);
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Tuesday knitters');
    await says('Wool and tea.');
    await says('Confirmed today');
    expect(words()).toMatch(/Next: Tuesday \d+ \w+, 10:00|On now/);
    await says('In a straight line, about');
    await says('Anyone may see this.');
    await says('Only the team sees: Note for the team.');
    await expect.element(linkTo('Pill Library').first()).toBeVisible();
  });

  it('says first and last what came with map data, and from whom', async () => {
    await openAt(stage, `/asset/${near.bench.id}`);
    await says('Not confirmed yet');
    await says('© OpenStreetMap contributors');
  });

  it('shows the five things nearest to it, and never itself', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await added(book(), 'place', {
        name: `Spot ${n}`,
        assetType: 'place.bench',
        location: {
          precision: 'exact',
          geometry: { type: 'Point', coordinates: [-2.99 + n / 1000, 51.578] },
          capturedBy: 'tap',
          capturedAt: '2026-11-01T10:00:00Z',
        },
      });
    }
    await openAt(stage, `/asset/${near.bench.id}`);
    const list = page.getByRole('list', { name: 'What is near' });
    await expect.poll(() => list.getByRole('listitem').elements().length).toBe(5);
    expect(list.element().textContent).not.toContain('Bench by the canal');
    expect(list.element().textContent).toContain('Spot 1');
  });

  it('has all its buttons on the page, one of them filled', async () => {
    await openAt(stage, `/asset/${near.bench.id}`);
    for (const name of ['Still true', 'Connect', 'Edit', 'History', 'Archive', 'Remove']) {
      await expect.element(page.getByRole('button', { name, exact: true })).toBeVisible();
    }
    await expect.element(linkTo('Something happens here')).toBeVisible();
    expect(filled()).toEqual(['Still true']);
    await openAt(stage, `/asset/${near.growers.id}`);
    expect(filled()).toEqual(['Connect']);
  });
});

describe('"Still true"', () => {
  it('writes a confirmation that makes it confirmed, and can be undone', async () => {
    await openAt(stage, `/asset/${near.bench.id}`);
    await press('Still true');
    await says('Confirmed today');
    expect((await rowOf(near.bench.id))?.status).toBe('active');
    const all = await book().readAll(() => {});
    const said = all.find(({ type }) => type === 'confirmation');
    expect(said).toMatchObject({ about: near.bench, by: book().memberId });
    await press('Undo');
    await says('Not confirmed yet');
    expect((await rowOf(near.bench.id))?.status).toBe('unconfirmed');
  });

  it('works for a person too, and stays on this phone', async () => {
    await openAt(stage, `/asset/${near.person.id}`);
    await press('Still true');
    await says('Thank you.');
    const all = await book().readAll(() => {});
    expect(all.find(({ type }) => type === 'confirmation')).toMatchObject({ share: 'device' });
  });
});

describe('people', () => {
  it('cannot be connected, and it says why', async () => {
    await openAt(stage, `/asset/${near.person.id}`);
    const connect = page.getByRole('button', { name: 'Connect' });
    await expect.element(connect).toHaveAttribute('aria-disabled', 'true');
    await expect.element(connect).toHaveAccessibleDescription(/People stay on this phone/);
    await userEvent.click(connect, { force: true });
    expect(location.pathname).toBe(`/asset/${near.person.id}`);
  });
});

describe('putting away and taking out', () => {
  it('archives, and brings back as it was', async () => {
    await openAt(stage, `/asset/${near.bench.id}`);
    await press('Archive');
    await says('Put away');
    expect((await heldNow(book(), near.bench))['status']).toBe('archived');
    await press('Bring back');
    await says('Not confirmed yet');
    expect((await heldNow(book(), near.bench))['status']).toBe('unconfirmed');
  });

  it('removes without asking, goes to the list, and takes it back with Undo', async () => {
    await openAt(stage, `/asset/${near.growers.id}`);
    await press('Remove');
    await eventually('the list', () => location.pathname === '/list');
    expect(await rowOf(near.growers.id)).toBeUndefined();
    await press('Undo');
    await eventually('its row', () => rowOf(near.growers.id));
    expect(await heldNow(book(), near.growers)).not.toHaveProperty('deleted');
  });

  it('tells of a removed card at its address, and puts it back long after', async () => {
    await book().remove(near.growers);
    await openAt(stage, `/asset/${near.growers.id}`);
    await says('Pill Growers was taken out of the book');
    await press('Put it back');
    await eventually('its row', () => rowOf(near.growers.id));
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Pill Growers');
  });

  it('is kind where there is nothing at the address', async () => {
    await openAt(stage, `/asset/${crypto.randomUUID()}`);
    await says('This card is not on this phone');
    await expect.element(linkTo('Go to the list')).toBeVisible();
  });
});

describe('what others do', () => {
  it('shows by itself', async () => {
    await openAt(stage, `/asset/${near.knitters.id}`);
    await says('Wool and tea.');
    await book().change(near.knitters, { purpose: 'Wool, tea and cake.' });
    await says('Wool, tea and cake.');
  });

  it('never costs a tie: removing one asks nothing and can be undone', async () => {
    await book().connect(near.knitters, near.hall, 'meets-at');
    await openAt(stage, `/asset/${near.hall.id}`);
    await says('hosts meetings of');
    await press('Remove tie to Tuesday knitters');
    await says('Nothing yet.');
    const links = await stage.opened.catalogue.links.toArray();
    expect(links.filter(({ what }) => what === 'tie')).toEqual([]);
    await press('Undo');
    await says('hosts meetings of');
  });
});

describe('when the phone is full', () => {
  it('says so in words and changes nothing', async () => {
    const { services } = stage.opened;
    const full = { ok: false, error: { kind: 'disk-full' } } as const;
    const before = services.book.confirm;
    (services.book as { confirm: unknown }).confirm = async () => full;
    await openAt(stage, `/asset/${near.bench.id}`);
    await press('Still true');
    await says('This phone is full.');
    expect((await rowOf(near.bench.id))?.status).toBe('unconfirmed');
    (services.book as { confirm: unknown }).confirm = before;
  });
});
