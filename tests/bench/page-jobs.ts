import type { Page } from 'playwright';

/** What a bench page can be asked to do; what goes in and comes out is plain data. */
export type Jobs = Readonly<Record<string, (given: never) => Promise<unknown>>>;

/** The page's jobs as functions on this side; a bench page offers them as `globalThis.jobs`. */
export async function jobsOf<J extends Jobs>(page: Page): Promise<J> {
  await page.waitForFunction(() => 'jobs' in globalThis);
  const ask = (name: string, given: unknown) =>
    page.evaluate(
      ([job, input]) => {
        const { jobs } = globalThis as unknown as {
          jobs: Record<string, (given: unknown) => Promise<unknown>>;
        };
        return jobs[job as string]?.(input);
      },
      [name, given] as const,
    );
  return new Proxy({} as J, {
    // A promise asks what it is handed whether it has a `then`.
    get: (_jobs, name) =>
      name === 'then' ? undefined : (given: unknown) => ask(String(name), given),
  });
}
