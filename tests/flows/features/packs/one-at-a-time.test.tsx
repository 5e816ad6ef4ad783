import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PacksScreen } from '#features/packs/packs-screen.tsx';
import { openTestRegister, type TestRegister } from '../../../support/open-test-register.tsx';

let register: TestRegister;
/** Answers that a test has not let go yet, by address. */
let answers: Map<string, (response: Response) => void>;

beforeEach(async () => {
  register = await openTestRegister();
  answers = new Map();
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    (address) => new Promise((resolve) => answers.set(new URL(String(address)).pathname, resolve)),
  );
  await register.show(
    <main>
      <PacksScreen />
    </main>,
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await register.close();
});

const field = () => page.getByRole('textbox', { name: 'Map pack address' });
const button = (name: string) => page.getByRole('button', { name });
const sized = (bytes: number) =>
  new Response(new Uint8Array(127), {
    status: 206,
    headers: { 'content-range': `bytes 0-126/${bytes}` },
  });
const look = async (path: string): Promise<void> => {
  await userEvent.fill(field(), `${location.origin}${path}`);
  await button('Look how big it is').click();
  await vi.waitFor(() => expect(answers.has(path)).toBe(true));
};

test('the size of one address is never told of another', async () => {
  await look('/first.pmtiles');
  await look('/other.pmtiles');
  answers.get('/other.pmtiles')?.(sized(2_000_000));
  await expect.element(page.getByText('The pack is 2 MB big.')).toBeVisible();
  const late = sized(5_000_000);
  answers.get('/first.pmtiles')?.(late);
  await vi.waitFor(() => expect(late.bodyUsed).toBe(true));
  await new Promise(requestAnimationFrame);
  await expect.element(page.getByText('The pack is 2 MB big.')).toBeVisible();
});

test('what is not there is told, and nothing is said to be here already', async () => {
  await look('/first.pmtiles');
  answers.get('/first.pmtiles')?.(sized(5_000_000));
  answers.clear();
  await button('Fetch it').click();
  await vi.waitFor(() => expect(answers.size).toBe(1));
  answers.get('/first.pmtiles')?.(new Response('', { status: 404 }));
  await expect.element(page.getByText('There is no map pack at this address')).toBeVisible();
  expect(page.getByText('are here already').query()).toBeNull();
  await expect.element(button('Look how big it is')).toBeVisible();
});
