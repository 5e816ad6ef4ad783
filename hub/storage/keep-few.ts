import { type InTurn, oneAtATime } from './in-turn.ts';

interface Closable {
  /** One that is broken is closed as soon as nobody uses it. */
  readonly isBroken: boolean;
  close(): Promise<void>;
}

interface Held<T> {
  readonly thing: T;
  users: number;
}

export interface Few<T> {
  /** Rejects once it is stopping. */
  use<R>(name: string, work: (thing: T) => Promise<R>): Promise<R>;
  /** Runs `work` while this one is closed and nobody can open it. */
  without(name: string, work: () => Promise<void>): Promise<void>;
  /** Waits for whoever uses one, then closes all. */
  stop(): Promise<void>;
}

/**
 * Keeps at most `most` things open beyond those in use, and never two of one name: opening and
 * closing of a name wait for each other.
 */
export function keepFew<T extends Closable>(
  most: number,
  open: (name: string) => Promise<T>,
): Few<T> {
  /** Least recently used first. */
  const held = new Map<string, Held<T>>();
  const gates = new Map<string, InTurn>();
  let freed: (() => void)[] = [];
  let isStopping = false;

  /** Whatever opens or closes this name does so one after the other. */
  const gateOf = (name: string): InTurn => {
    const gate = gates.get(name) ?? oneAtATime();
    gates.set(name, gate);
    return gate;
  };

  const acquire = (name: string): Promise<Held<T>> =>
    gateOf(name)(async () => {
      if (isStopping) throw new Error('The hub is stopping.');
      const one = held.get(name) ?? { thing: await open(name), users: 0 };
      held.delete(name);
      held.set(name, one);
      one.users += 1;
      return one;
    });

  /** Does nothing where somebody uses it again meanwhile. */
  const closeIdle = (name: string): Promise<void> =>
    gateOf(name)(async () => {
      const one = held.get(name);
      if (!one || one.users > 0) return;
      held.delete(name);
      await one.thing.close();
    });

  const closeSoon = (name: string): void => {
    closeIdle(name).catch((error: unknown) => console.error(error));
  };

  const release = (name: string, one: Held<T>): void => {
    one.users -= 1;
    const waiting = freed;
    freed = [];
    for (const tell of waiting) tell();
    if (one.users === 0 && one.thing.isBroken) closeSoon(name);
    const idle = [...held].filter(([, { users }]) => users === 0);
    const tooMany = Math.max(0, held.size - most);
    for (const [other] of idle.slice(0, tooMany)) closeSoon(other);
  };

  const use = async <R>(name: string, work: (thing: T) => Promise<R>): Promise<R> => {
    const one = await acquire(name);
    try {
      return await work(one.thing);
    } finally {
      release(name, one);
    }
  };

  const unused = async (name: string): Promise<void> => {
    while ((held.get(name)?.users ?? 0) > 0)
      await new Promise<void>((resolve) => {
        freed.push(resolve);
      });
  };

  const without = (name: string, work: () => Promise<void>): Promise<void> =>
    gateOf(name)(async () => {
      await unused(name);
      const one = held.get(name);
      held.delete(name);
      await one?.thing.close();
      await work();
    });

  const stop = async (): Promise<void> => {
    isStopping = true;
    for (const name of gates.keys()) await without(name, async () => {});
  };
  return { use, without, stop };
}
