import type { BenchPhone } from './bench-phone.ts';

/** ms for which the page's main thread was at work, from when it was first asked. */
export async function mainThreadMs({ debug }: Pick<BenchPhone, 'debug'>): Promise<number> {
  await debug.send('Performance.enable');
  const { metrics } = await debug.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  return (seconds ?? Number.NaN) * 1_000;
}
