import { useMemo } from 'react';
import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import { assetTypes, catalogueKey } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Words } from '#i18n/words.ts';

const collected = (t: Words<'taxonomy'>): TypeWords =>
  Object.fromEntries(
    assetTypes.map(({ id }) => {
      const key = catalogueKey(id);
      const label = t.find(`types.${key}.label`) ?? '';
      return [key, { label, synonyms: t.find(`types.${key}.synonyms`) ?? '' }];
    }),
  );

/** The words by which a type is guessed, in the language shown. */
export function useTypeWords(): TypeWords {
  const t = useWords('taxonomy');
  return useMemo(() => collected(t), [t]);
}
