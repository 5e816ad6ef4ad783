/** A language as shown. The two made-up ones prove the screens, they are not translations. */
export interface Locale {
  readonly id: LocaleId;
  /** For <html lang>. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Whose catalogue files and plural rules are used. */
  readonly base: 'en-GB' | 'cy';
  readonly madeUp: boolean;
}

export const localeIds = ['en-GB', 'cy', 'en-XA', 'ar-XB'] as const;
/** What somebody may choose. */
export const spokenLocales = ['en-GB', 'cy'] as const satisfies readonly LocaleId[];
export type LocaleId = (typeof localeIds)[number];
export type SpokenLocale = (typeof spokenLocales)[number];

const locales: Readonly<Record<LocaleId, Locale>> = {
  'en-GB': { id: 'en-GB', lang: 'en-GB', dir: 'ltr', base: 'en-GB', madeUp: false },
  cy: { id: 'cy', lang: 'cy', dir: 'ltr', base: 'cy', madeUp: false },
  'en-XA': { id: 'en-XA', lang: 'en-XA', dir: 'ltr', base: 'en-GB', madeUp: true },
  'ar-XB': { id: 'ar-XB', lang: 'ar-XB', dir: 'rtl', base: 'en-GB', madeUp: true },
};

export const isLocaleId = (value: unknown): value is LocaleId =>
  localeIds.some((id) => id === value);

export const localeOf = (id: LocaleId): Locale => locales[id];

export interface LocaleWishes {
  /** `location.search`; `?locale=ar-XB` is for tests and translators. */
  readonly search: string;
  readonly preference?: string | undefined;
  /** `navigator.languages` */
  readonly languages: readonly string[];
}

/** The address wins over the preference, that over the phone; a made-up one is never guessed. */
export function chooseLocale({ search, preference, languages }: LocaleWishes): Locale {
  const asked = new URLSearchParams(search).get('locale');
  const wished = [asked, preference].find(isLocaleId);
  if (wished) return locales[wished];
  const spoken = languages
    .map((tag) => localeIds.find((id) => !locales[id].madeUp && sameLanguage(id, tag)))
    .find((id) => id !== undefined);
  return locales[spoken ?? 'en-GB'];
}

const sameLanguage = (a: string, b: string): boolean =>
  a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase();
