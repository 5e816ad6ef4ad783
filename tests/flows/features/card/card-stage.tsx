import { page, userEvent } from 'vitest/browser';
import { Route, Switch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import type { JsonObject } from '#base/json.ts';
import { AsSeenScreen } from '#features/card/as-seen-screen.tsx';
import { CardScreen } from '#features/card/card-screen.tsx';
import { ConnectScreen } from '#features/card/connect-screen.tsx';
import { EditScreen } from '#features/card/edit-screen.tsx';
import { HappensScreen } from '#features/card/happens-screen.tsx';
import { HistoryScreen } from '#features/card/history-screen.tsx';
import { Navigation } from '#ui/link.tsx';

import { eventually, type Looks, type TestRegister } from '../../../support/open-test-register.tsx';

const files = import.meta.glob<readonly JsonObject[]>('../../../fixtures/records/*.good.json', {
  import: 'default',
  eager: true,
});

/** The first good record of a kind, with every field filled in. */
export const fullest = (type: string): JsonObject =>
  files[`../../../fixtures/records/${type}.good.json`]?.[0] ?? {};

const Elsewhere = () => <h1>Elsewhere</h1>;

/** The screens of a card at their addresses, as the app's routes have them. */
function CardScreens() {
  const screens = (
    <Switch>
      <Route path="/asset/:id" component={CardScreen} />
      <Route path="/asset/:id/edit" component={EditScreen} />
      <Route path="/asset/:id/history" component={HistoryScreen} />
      <Route path="/asset/:id/connect" component={ConnectScreen} />
      <Route path="/asset/:id/happens" component={HappensScreen} />
      <Route path="/asset/:id/as/:who" component={AsSeenScreen} />
      <Route component={Elsewhere} />
    </Switch>
  );
  return (
    <Navigation value={navigate}>
      <main>{screens}</main>
    </Navigation>
  );
}

/** Opens one of the screens at its address and waits until its heading is there. */
export async function openAt(stage: TestRegister, path: string, looks: Looks = {}): Promise<void> {
  navigate(path);
  await stage.show(<CardScreens />, looks);
  await eventually('a heading', () => document.querySelector('h1')?.textContent);
}

export const press = (name: string | RegExp): Promise<void> =>
  userEvent.click(page.getByRole('button', { name }));

/** Everything on the page, as read. */
export const words = (): string => document.body.textContent;

/** Ends the register once nothing of the screen is still being read or written. */
export async function closeQuietly(stage: TestRegister): Promise<void> {
  stage.leave();
  await stage.opened.services.finder.find({ limit: 1 });
  await eventually('all locks let go', async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return ![...held, ...pending].some(({ name }) => name?.includes(stage.register));
  });
  await stage.opened.services.book.readAll(() => {});
  await stage.close();
}
