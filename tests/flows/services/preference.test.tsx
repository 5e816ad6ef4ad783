import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { usePreference } from '#services/use-preference.ts';
import { openTestRegister, type TestRegister } from '../../support/open-test-register.tsx';

let stage: TestRegister;
let shown: (string | undefined)[] = [];
beforeEach(async () => {
  shown = [];
  stage = await openTestRegister();
});
afterEach(() => stage.close());

function Hand() {
  const [hand, choose] = usePreference<string>('hand', 'end');
  shown.push(hand);
  return (
    <button type="button" onClick={() => choose('start')}>
      {hand}
    </button>
  );
}

it('a choice is unknown until it is read: no other one flashes first', async () => {
  await stage.opened.device.preferences.put({ key: 'hand', value: 'start' });
  await stage.show(<Hand />);
  await expect.element(page.getByText('start')).toBeVisible();
  expect(new Set(shown)).toEqual(new Set([undefined, 'start']));
});

it('never made it is the usual one, and made it is kept', async () => {
  await stage.show(<Hand />);
  await userEvent.click(page.getByRole('button', { name: 'end' }));
  await expect.element(page.getByText('start')).toBeVisible();
  const onDisk = async () => (await stage.opened.device.preferences.get('hand'))?.value;
  await expect.poll(onDisk).toBe('start');
});
