import { describe, expect, it } from 'vitest';
import { kindShapes, markBox, markKinds } from '#ui/kind-shapes.ts';

describe('the shapes of the kinds', () => {
  it('are six different ones, for eyes that see no colours', () => {
    expect(new Set(markKinds.map((kind) => kindShapes[kind].path)).size).toBe(6);
  });

  it.each(markKinds)('hold the picture of %s inside the box', (kind) => {
    const { centre, picture } = kindShapes[kind];
    for (const middle of centre) {
      expect(middle - picture / 2).toBeGreaterThan(2);
      expect(middle + picture / 2).toBeLessThan(markBox - 2);
    }
  });
});
