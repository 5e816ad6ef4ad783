import type { Wishes } from './tenure.ts';
import type { Timers } from './timers.ts';

/** What the tabs that hold one register say to each other; a tab does not hear itself. */
export interface TabTalk {
  say(words: string): void;
  /** The answer stops it. */
  listen(listener: (words: string) => void): () => void;
}

const plain = 'sync-now';
const withNewStores = 'sync-now-with-new-stores';
const done = 'synced';
/** A leader that died is followed by another one, which begins with a round of its own. */
const patienceMs = 30_000;

/** Has the tab that leads do a round; resolves when it has, or when none has answered for long. */
export const askLeader = (
  tabs: TabTalk,
  timers: Timers,
  { allowNewGeneration }: Wishes = {},
): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      forget();
      deaf();
      resolve();
    };
    const forget = timers.after(patienceMs, end);
    const deaf = tabs.listen((words) => {
      if (words === done) end();
    });
    tabs.say(allowNewGeneration ? withNewStores : plain);
  });

/** For the tab that leads; the answer stops it. */
export const answerAskers = (
  tabs: TabTalk,
  round: (wishes: Wishes) => Promise<void>,
): (() => void) =>
  tabs.listen((words) => {
    if (words !== plain && words !== withNewStores) return;
    void round({ allowNewGeneration: words === withNewStores }).then(() => tabs.say(done));
  });
