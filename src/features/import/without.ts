/** The set with one of them taken out. */
export const without = (all: ReadonlySet<string>, gone: string): ReadonlySet<string> =>
  new Set([...all].filter((each) => each !== gone));
