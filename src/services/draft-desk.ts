import type { Json } from '#base/json.ts';
import { anotherDraftKey, type Drafts, type OpenDraft } from '#device/drafts.ts';
import type { Tab } from '#platform/tab.ts';

/** One draft, in the hands of one form in one tab. */
export interface DraftInHand {
  readonly key: string;
  /** What was found on disk. */
  readonly stored: Json | undefined;
  /** Lets other tabs have it, once `after` is done: its last words are on disk then. */
  letGo(after: Promise<void>): void;
}

export interface DraftWish {
  /** The key of the draft that is to be carried on, if it is not in other hands. */
  readonly wanted?: string | undefined;
  /** Whether anything is lost with it: such a draft is taken before an empty one. */
  readonly hasWords?: (value: Json) => boolean;
}

/** Hands each form a draft that no other living tab has open, so that none writes over another. */
export interface DraftDesk {
  /** Undefined where the form was left meanwhile. */
  take(form: string, wish: DraftWish, left: AbortSignal): Promise<DraftInHand | undefined>;
  /** What lies here in nobody's hands, newest first: from tabs that were left, closed or killed. */
  lying(form: string): Promise<readonly OpenDraft[]>;
  /** Hears when this tab lets go of a draft; returns the way to stop listening. */
  onLetGo(listener: () => void): () => void;
}

interface Parts {
  readonly drafts: Drafts;
  readonly tab: Tab;
  readonly newId: () => string;
}

/** A tab that is loaded again may have to wait for its own former self to let go. */
const formerSelfMs = 1000;

const lastOf = (form: string): string => `draft:${form}`;

export function draftDesk({ drafts, tab, newId }: Parts): DraftDesk {
  const listeners = new Set<() => void>();
  /** What this tab let go of: the browser may take a moment to know. */
  const letGone = new Set<string>();
  let isJustLoaded = true;
  let turn: Promise<unknown> = Promise.resolve();
  // A form that is left and opened again at once gets its own draft back.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  /** Keys in the order they are tried. */
  const choices = async (form: string, { wanted, hasWords = () => true }: DraftWish) => {
    const rows = await drafts.list(form);
    const keys = (some: readonly OpenDraft[]) => some.map(({ key }) => key);
    const full = keys(rows.filter(({ value }) => hasWords(value)));
    const own = [wanted, tab.recall(lastOf(form))].filter((key) => key && keys(rows).includes(key));
    const isWaitedFor = (key: string) => isJustLoaded || letGone.has(key);
    const first = own.flatMap((key) =>
      key ? [{ key, waitMs: isWaitedFor(key) ? formerSelfMs : 0 }] : [],
    );
    isJustLoaded = false;
    const others = [...full, ...keys(rows), form];
    const rest = others.map((key) => ({ key, waitMs: letGone.has(key) ? formerSelfMs : 0 }));
    return [...first, ...rest];
  };

  const letGo = (key: string, release: () => void, after: Promise<void>) =>
    void inTurn(async () => {
      await after;
      letGone.add(key);
      release();
      for (const listener of listeners) listener();
    });

  const holdOne = async (form: string, wish: DraftWish) => {
    for (const { key, waitMs } of await choices(form, wish)) {
      const release = await tab.hold(key, waitMs);
      if (release) return { key, release };
    }
    const key = anotherDraftKey(form, newId());
    // Nobody else knows this key: it is ours even where the browser gives no holds at all.
    return { key, release: (await tab.hold(key)) ?? (() => {}) };
  };

  const takeNow: DraftDesk['take'] = async (form, wish, left) => {
    if (left.aborted) return undefined;
    const { key, release } = await holdOne(form, wish);
    letGone.delete(key);
    tab.remember(lastOf(form), key);
    const stored = await drafts.read(key);
    if (!left.aborted) return { key, stored, letGo: (after) => letGo(key, release, after) };
    release();
    return undefined;
  };

  return {
    take: (form, wish, left) => inTurn(() => takeNow(form, wish, left)),
    lying: async (form) => {
      const rows = await drafts.list(form);
      const held = await tab.held();
      return rows.filter(({ key }) => !held.has(key));
    },
    onLetGo: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
