import { Activity, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useDraft } from '#services/use-draft.ts';
import {
  eventually,
  openTestRegister,
  type TestRegister,
} from '../../support/open-test-register.tsx';

let stage: TestRegister;
beforeEach(async () => {
  stage = await openTestRegister();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stage.close();
});

function Form() {
  const draft = useDraft<string>('add:test', 'before');
  return draft ? (
    <textarea
      aria-label="Words"
      value={draft.value}
      onChange={({ target }) => draft.set(target.value)}
    />
  ) : null;
}

function Hiding() {
  const [isShown, show] = useState(true);
  return (
    <>
      <button type="button" onClick={() => show(!isShown)}>
        Turn
      </button>
      <Activity mode={isShown ? 'visible' : 'hidden'}>
        <Form />
      </Activity>
    </>
  );
}

const words = () => page.getByRole('textbox', { name: 'Words' });
const turn = () => userEvent.click(page.getByRole('button', { name: 'Turn' }));

it('what is typed into a form shown again, before its draft is back, stays and reaches the disk', async () => {
  const { drafts, device } = stage.opened;
  await stage.show(<Hiding />);
  await expect.element(words()).toHaveValue('before');
  await turn();
  await expect.element(words()).not.toBeInTheDocument();
  const read = drafts.read;
  const disk = Promise.withResolvers<void>();
  const asked = vi.spyOn(drafts, 'read').mockImplementation(async (key) => {
    await disk.promise;
    return read(key);
  });
  await turn();
  await eventually('the disk is asked', () => asked.mock.calls.length > 0);
  await userEvent.fill(words(), 'and after');
  disk.resolve();
  await eventually('the disk answered', () =>
    asked.mock.settledResults.some(({ type }) => type === 'fulfilled'),
  );
  await eventually('the words on disk', async () =>
    (await device.drafts.toArray()).some(({ value }) => value === 'and after'),
  );
  await expect.element(words()).toHaveValue('and after');
});
