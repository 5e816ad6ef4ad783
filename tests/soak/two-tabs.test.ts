import { afterAll, beforeAll, test } from 'vitest';
import { type RunningApp, startApp } from '../browser/support/start-app.ts';
import { openTwoTabs, writeAtOnce } from '../browser/support/two-tabs.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

test('two tabs write 150 each: 300 in both, and after a cold start', async () => {
  const phone = await writeAtOnce(await openTwoTabs(app.origin), app.origin, 150);
  await phone.close();
});
