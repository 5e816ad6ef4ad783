import { inject, vi } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How many runs a soak asks of each property; 0 in a usual test. */
    readonly soakRuns: number;
  }
}

/** Properties take as long as they take; only a run that hangs is cut off. */
vi.setConfig({ testTimeout: 3_600_000 });

const asked = inject('soakRuns');

/** A soak asks for more runs of every property than a usual test does. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: Math.max(usual, asked),
});

/** The same for properties over real databases, where one run costs what ten or twenty do elsewhere. */
export const costlyRuns = (usual: number): { numRuns: number } => ({
  numRuns: Math.max(usual, Math.ceil(asked / 10)),
});
