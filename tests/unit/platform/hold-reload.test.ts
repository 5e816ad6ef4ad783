import { expect, test } from 'vitest';
import { holdReload, isReloadHeld, onHoldsChanged } from '../../../src/platform/hold-reload.ts';

test('the page is held until the last form lets go', () => {
  const releaseFirst = holdReload('the same reason');
  const releaseSecond = holdReload('the same reason');
  releaseFirst();
  releaseFirst();
  expect(isReloadHeld()).toBe(true);
  releaseSecond();
  expect(isReloadHeld()).toBe(false);
});

test('listeners hear of changes until they leave', () => {
  const heard: boolean[] = [];
  const leave = onHoldsChanged(() => heard.push(isReloadHeld()));
  const release = holdReload('form');
  release();
  release();
  leave();
  holdReload('after')();
  expect(heard).toEqual([true, false]);
});
