export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs one piece of work after the other, in the order they were asked for. */
export function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
