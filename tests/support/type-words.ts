import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import taxonomy from '#i18n/en-GB/taxonomy.json';

/** The words by which a type is guessed, as the English catalogue has them. */
export const englishTypeWords: TypeWords = taxonomy.types;
