import { useEffect, useState } from 'react';
import { readFeatures } from '#platform/features.ts';
import { type Features, type Surroundings, surroundings } from '#platform/surroundings.ts';

/** As the platform tells it, and what makes starting impossible. */
export type Around =
  | Surroundings
  | { readonly where: 'too-old' }
  | { readonly where: 'no-storage' };

export interface BrowserFacts {
  readonly userAgent: string;
  readonly features: Features;
  readonly hasSubtleCrypto: boolean;
}

/** Pure: the one thing most worth saying about this browser. */
export function aroundOf({ userAgent, features, hasSubtleCrypto }: BrowserFacts): Around {
  const seen = surroundings(userAgent, features);
  if (seen.where === 'in-app') return seen;
  if (!features.hasIndexedDb) return { where: 'no-storage' };
  return hasSubtleCrypto ? seen : { where: 'too-old' };
}

/** Undefined until looked at. */
export function useSurroundings(): Around | undefined {
  const [around, setAround] = useState<Around>();
  useEffect(() => {
    let current = true;
    void readFeatures(window).then((features) => {
      const { userAgent } = navigator;
      const hasSubtleCrypto = globalThis.crypto?.subtle !== undefined;
      if (current) setAround(aroundOf({ userAgent, features, hasSubtleCrypto }));
    });
    return () => {
      current = false;
    };
  }, []);
  return around;
}
