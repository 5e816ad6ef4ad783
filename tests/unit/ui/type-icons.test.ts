import { describe, expect, it } from 'vitest';
import { assetTypes } from '#domain/taxonomy/types.ts';
import { iconByName } from '#ui/type-icons.ts';

describe('pictures of the asset types', () => {
  it('are there for every name in the taxonomy, and no others are shipped', () => {
    const named = new Set(assetTypes.map(({ icon }) => icon));
    expect(named.size).toBeGreaterThan(40);
    expect(Object.keys(iconByName).sort()).toEqual([...named].sort());
  });
});
