import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';

/** Most spoken at home in England and Wales (Census 2021), with the languages of these islands. */
export const commonLanguages = ['en', 'cy', 'bfi', 'pl', 'ro', 'pa', 'ur', 'bn', 'ar', 'pt'];

export const moreLanguages =
  'am bg ckb cs de el es fa fr ga gd gu hi hu it ja ko ku lt lv ml mr ne nl ps rom ru sk so sq sr sv sw ta te th ti tl tr uk vi yo yue zh'.split(
    ' ',
  );

/** The name of a language in the language shown; its code when there is none. */
export function useLanguageNames(): (code: string) => string {
  const { base } = useLocale();
  const t = useWords('fields');
  const names = new Intl.DisplayNames(base, { type: 'language' });
  return (code) => {
    const own = t.find(`languages.names.${code}`);
    if (own !== undefined) return own;
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}
