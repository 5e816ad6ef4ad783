import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ErrorFence } from '#app/error-fence.tsx';
import { useFound } from '#services/use-found.ts';
import { useMapPoints } from '#services/use-map-points.ts';
import { useThing } from '#services/use-thing.ts';
import {
  eventually,
  openTestRegister,
  type TestRegister,
} from '../../support/open-test-register.tsx';

let stage: TestRegister;
let unheard: unknown[];
const hear = (event: PromiseRejectionEvent) => {
  event.preventDefault();
  unheard.push(event.reason);
};

beforeEach(async () => {
  stage = await openTestRegister();
  unheard = [];
  addEventListener('unhandledrejection', hear);
});
afterEach(async () => {
  removeEventListener('unhandledrejection', hear);
  vi.restoreAllMocks();
  await stage.close();
});

function Asking() {
  const known = [useFound({ limit: 5 }), useMapPoints({ text: 'x' }), useThing('nobody')];
  return <p>{known.filter(Boolean).length} known</p>;
}

it('a screen that still asks of a closed register knows nothing, and nothing breaks', async () => {
  await stage.opened.close();
  const find = vi.spyOn(stage.opened.services.finder, 'find');
  await stage.show(<Asking />);
  await eventually('an answer', () =>
    find.mock.settledResults.some(({ type }) => type !== 'incomplete'),
  );
  // The browser tells of what nobody heard before it draws again.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(unheard).toEqual([]);
  await expect.element(page.getByText(/known$/)).toBeVisible();
});

it('a bug is not taken for a closed register: it falls into the fence', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(stage.opened.services.finder, 'find').mockRejectedValue(new Error('a bug'));
  await stage.show(
    <ErrorFence>
      <Asking />
    </ErrorFence>,
  );
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(unheard).toEqual([]);
});
