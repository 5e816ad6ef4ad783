import { vi } from 'vitest';

/** Properties take as long as they take; only a run that hangs is cut off. */
vi.setConfig({ testTimeout: 3_600_000 });

/** A soak asks for more runs of every property than a usual test does. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: Number(process.env['SOAK_RUNS'] ?? usual),
});
