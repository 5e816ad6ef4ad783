import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import welsh from '#i18n/cy/taxonomy.json';
import english from '#i18n/en-GB/taxonomy.json';

/** The words by which a type is guessed, as the English catalogue has them. */
export const englishTypeWords: TypeWords = { namesFirst: false, types: english.types };

/** As the Welsh catalogue has them. */
export const welshTypeWords: TypeWords = { namesFirst: true, types: welsh.types };
