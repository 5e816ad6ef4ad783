import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import type { JsonObject } from '#base/json.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import { MoreScreen } from '#features/more/more-screen.tsx';
import { TodoScreen } from '#features/todo/todo-screen.tsx';
import { keyring } from '#services/keyring.ts';
import { Navigation } from '#ui/link.tsx';
import {
  eventually,
  type Looks,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { otherPhone } from '../../../support/other-phone.ts';

const Elsewhere = () => <h1>Elsewhere</h1>;

function Screens({ children }: { readonly children?: ReactNode }) {
  return (
    <Navigation value={navigate}>
      <main>
        {children}
        <Switch>
          <Route path="/todo" component={TodoScreen} />
          <Route path="/more" component={MoreScreen} />
          <Route component={Elsewhere} />
        </Switch>
      </main>
    </Navigation>
  );
}

export interface TwoPhones {
  readonly mine: TestRegister;
  readonly ben: Awaited<ReturnType<typeof otherPhone>>;
  /** A thing that both phones hold. */
  add(type: RecordType, values: JsonObject): Promise<Ref>;
  /** What the other phone holds comes to this one, and its rows are made. */
  meet(): Promise<void>;
  openAt(path: string, looks?: Looks, above?: ReactNode): Promise<void>;
  close(): Promise<void>;
}

/** A register on this phone, as its screens show it, and on a neighbour's. */
export async function twoPhones(): Promise<TwoPhones> {
  const mine = await openTestRegister();
  const { device, services } = mine.opened;
  const keys = await keyring(device, undefined).get(mine.register);
  if (!keys) throw new Error('no keys');
  const ben = await otherPhone(keys);
  const { book } = services;
  return {
    mine,
    ben,
    add: async (type, values) => {
      const done = await book.add(type, { share: 'members', ...values });
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      await ben.fetch();
      return { type, id: done.value.id };
    },
    meet: async () => {
      await ben.bring();
      // Whatever is written into a circle makes the follower look there.
      const said = { kind: 'self', licence: 'own' };
      const note = { displayName: 'Mair', state: 'active', source: said, share: 'members' };
      const done = await book.add('member', note);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      await book.remove({ type: 'member', id: done.value.id });
    },
    openAt: async (path, looks = {}, above) => {
      navigate(path);
      await mine.show(<Screens>{above}</Screens>, looks);
      await eventually('a heading', () => document.querySelector('h1')?.textContent);
    },
    close: async () => {
      mine.leave();
      await services.finder.find({ limit: 1 });
      await book.readAll(() => {});
      await ben.close();
      await mine.close();
    },
  };
}

export const words = (): string => document.body.textContent;
export const says = (text: string): Promise<true> =>
  eventually(text, () => (words().includes(text) ? (true as const) : undefined));
