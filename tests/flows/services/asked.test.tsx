import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useAsked } from '#services/use-asked.ts';
import { openTestRegister, type TestRegister } from '../../support/open-test-register.tsx';

let stage: TestRegister;
beforeEach(async () => {
  stage = await openTestRegister();
});
afterEach(() => stage.close());

const answers: ((words: string) => void)[] = [];
const listeners = new Set<() => void>();
const ask = () => new Promise<string>((settle) => answers.push(settle));
const onChange = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function Asking() {
  return <p>It says {useAsked(ask, onChange) ?? 'nothing'}</p>;
}

it('an answer that was slow on its way does not take the place of a newer one', async () => {
  await stage.show(<Asking />);
  await expect.element(page.getByText('It says nothing')).toBeVisible();
  for (const listener of listeners) listener();
  const [newer, older] = [answers.pop(), answers.pop()];
  newer?.('all there is');
  await expect.element(page.getByText('It says all there is')).toBeVisible();
  older?.('less');
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await expect.element(page.getByText('It says all there is')).toBeVisible();
});
