import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showLocale } from '#i18n/shown-locale.ts';
import { PlacePicker } from '#map/place-picker.tsx';
import { type Spot, wayTo } from '#map/spot.ts';
import { smallPack } from './map-material.ts';
import '#ui/base.css';

vi.setConfig({ testTimeout: 60_000 });

const start: Spot = { lon: -2.9946, lat: 51.5773 };
let root: Root;
let put: Spot | undefined;
let isClosed = false;

function show(pack: Awaited<ReturnType<typeof smallPack>> | undefined): void {
  put = undefined;
  isClosed = false;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <StrictMode>
      <PlacePicker
        open
        onClose={() => {
          isClosed = true;
        }}
        onPut={(spot) => {
          put = spot;
        }}
        start={start}
        fromName="Madeup"
        pack={pack}
        points={[]}
      />
    </StrictMode>,
  );
}

beforeAll(() => showLocale('en-GB'));

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const dialog = () => page.getByRole('dialog', { name: 'Place on the map' });
const words = () => page.getByText(/^This spot:/);
const pad = () => dialog().getByRole('application');
const putHere = () => userEvent.click(page.getByRole('button', { name: 'Put it here' }));
const way = () => wayTo(start, put ?? start);
async function mapDrawn(): Promise<HTMLElement> {
  const canvas = () => document.querySelector<HTMLElement>('[data-drawn] canvas');
  await expect.poll(canvas, { timeout: 40_000 }).not.toBeNull();
  return canvas() ?? document.body;
}

test('it opens at the start and puts the thing there', async () => {
  show(undefined);
  await expect.element(words()).toHaveTextContent('This spot: right at Madeup');
  await mapDrawn();
  await putHere();
  expect(way().metres).toBeLessThan(1);
});

test('a tap moves the cross to that spot', async () => {
  show(await smallPack());
  const canvas = await mapDrawn();
  const { width, height } = canvas.getBoundingClientRect();
  await userEvent.click(canvas, { position: { x: width / 2 - 80, y: height / 2 - 80 } });
  await expect.element(words()).toHaveTextContent(/north-west of Madeup/);
  await putHere();
  expect(way().wind).toBe('nw');
  expect(way().metres).toBeGreaterThan(40);
});

test('the keys move it, with Shift further, and Enter puts it there', async () => {
  show(undefined);
  await mapDrawn();
  await expect.element(pad()).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  await expect.element(words()).toHaveTextContent('about 30 m to the north of Madeup');
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}{ArrowRight}{ArrowLeft}');
  await expect.element(words()).toHaveTextContent('about 150 m to the north of Madeup');
  await userEvent.keyboard('{Enter}');
  expect(way().wind).toBe('n');
  expect(way().metres).toBeCloseTo(130, 0);
});

test('nearer, a step is shorter, and it is said how short', async () => {
  show(undefined);
  await mapDrawn();
  await expect.element(pad()).toHaveFocus();
  await userEvent.keyboard('+++');
  await expect.element(page.getByText('One press moves it 2 m.')).toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  expect(way().wind).toBe('s');
  expect(way().metres).toBeCloseTo(8, 0);
});

test('without a map the four buttons do it, ten metres at a time, told in words', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  expect(document.createElement('canvas').getContext('webgl2')).toBeNull();
  show(undefined);
  await expect.element(page.getByText('Move the spot with the four buttons.')).toBeVisible();
  const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
  await expect.element(page.getByText('One press moves it 10 m.')).toBeVisible();
  for (let n = 0; n < 3; n += 1) await press('North');
  await press('East');
  await press('West');
  await expect.element(words()).toHaveTextContent('about 30 m to the north of Madeup');
  await press('Bigger steps');
  await press('South');
  await expect.element(page.getByText('One press moves it 20 m.')).toBeVisible();
  await press('Smaller steps');
  await putHere();
  expect(way().metres).toBeCloseTo(10, 0);
});

test('without a map the keys do it too', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  show(undefined);
  await expect.element(pad()).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  expect(way().wind).toBe('e');
  expect(way().metres).toBeCloseTo(20, 0);
});

test('Escape closes it and puts nothing', async () => {
  show(undefined);
  await expect.element(dialog()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(isClosed).toBe(true);
  expect(put).toBeUndefined();
});
