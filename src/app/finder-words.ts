import { assetTypes, catalogueKey } from '#domain/taxonomy/types.ts';
import { shownLocale } from '#i18n/shown-locale.ts';
import { loadWords } from '#i18n/words.ts';

/** What a type is called and also called, so that "boozer" finds the pub. */
export async function finderWords(): Promise<Readonly<Record<string, string>>> {
  const words = await loadWords(shownLocale().id, 'taxonomy');
  return Object.fromEntries(
    assetTypes.map(({ id }) => {
      const key = catalogueKey(id);
      const label = words.find(`types.${key}.label`) ?? '';
      return [id, `${label} ${words.find(`types.${key}.synonyms`) ?? ''}`];
    }),
  );
}
