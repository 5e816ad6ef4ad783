import { giftTypes } from '#domain/taxonomy/gifts.ts';
import { assetTypes, catalogueKey } from '#domain/taxonomy/types.ts';
import { shownLocale } from '#i18n/shown-locale.ts';
import { loadWords } from '#i18n/words.ts';

type WordsById = Readonly<Record<string, string>>;

const wordsById = (types: readonly { readonly id: string }[], say: (key: string) => string) =>
  Object.fromEntries(types.map(({ id }) => [id, say(catalogueKey(id))]));

/** What a type is called and also called, so that "boozer" finds the pub. */
export async function finderWords(): Promise<WordsById> {
  const { find } = await loadWords(shownLocale().id, 'taxonomy');
  return wordsById(
    assetTypes,
    (key) => `${find(`types.${key}.label`) ?? ''} ${find(`types.${key}.synonyms`) ?? ''}`,
  );
}

/** What a gift is called and also called, so that "bike" finds who mends bicycles. */
export async function giftWords(): Promise<WordsById> {
  const { find } = await loadWords(shownLocale().id, 'taxonomy');
  const also = await loadWords(shownLocale().id, 'gift-words');
  return wordsById(
    giftTypes,
    (key) => `${find(`gifts.${key}`) ?? ''} ${also.find(`synonyms.${key}`) ?? ''}`,
  );
}
