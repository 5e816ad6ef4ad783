import { readPart } from '#pack/read-part.ts';
import { readWalkGraph } from '#pack/walk-graph.ts';
import { createWalks, type Walks } from '#pack/walks.ts';

/** The paths of a pack, ready to be asked; undefined where they are damaged. */
export async function walksOf(paths: Blob): Promise<Walks | undefined> {
  const graph = await readPart(paths, readWalkGraph);
  return graph && createWalks(graph);
}
