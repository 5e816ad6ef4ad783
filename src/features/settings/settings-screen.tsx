import type { ReactNode } from 'react';
import { chooseLocale, type SpokenLocale } from '#i18n/locale.ts';
import { showLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import { usePreference } from '#services/use-preference.ts';
import { Page, Stack } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { applyTheme, isTheme, type Theme, themes } from '#ui/theme.ts';
import { TopBar } from '#ui/top-bar.tsx';
import { KeptHere } from './kept-here.tsx';

function Colours() {
  const t = useWords('settings');
  const [held, remember] = usePreference<string>('theme', 'auto');
  const theme = held !== undefined && !isTheme(held) ? 'auto' : held;
  const choose = (next: Theme) => {
    applyTheme(next);
    remember(next);
  };
  return (
    <RadioRows<Theme>
      legend={t('colours.label')}
      choices={themes.map((value) => ({
        value,
        label: t(`colours.${value}`),
        note: t(`coloursNote.${value}`),
      }))}
      value={theme}
      onChoose={choose}
    />
  );
}

function Hand() {
  const t = useWords('settings');
  const [hand, remember] = usePreference<'end' | 'start'>('hand', 'end');
  return (
    <RadioRows<'end' | 'start'>
      legend={t('hand.label')}
      choices={[
        { value: 'end', label: t('hand.end') },
        { value: 'start', label: t('hand.start') },
      ]}
      value={hand}
      onChoose={remember}
    />
  );
}

function Language() {
  const t = useWords('settings');
  const [chosen, remember] = usePreference<'auto' | SpokenLocale>('locale', 'auto');
  const choose = (next: 'auto' | SpokenLocale) => {
    const { search } = location;
    const { languages } = navigator;
    remember(next);
    void showLocale(chooseLocale({ search, preference: next, languages }).id);
  };
  return (
    <RadioRows<'auto' | SpokenLocale>
      legend={t('language.label')}
      choices={[
        { value: 'auto', label: t('language.auto') },
        // A language is called by its own name, or those who need it would not find it.
        { value: 'en-GB', label: 'English' },
        { value: 'cy', label: 'Cymraeg', note: t('language.unread') },
      ]}
      value={chosen}
      onChoose={choose}
    />
  );
}

/** `lock`: what the settings say of the app's lock. */
export function SettingsScreen({ lock }: { readonly lock: ReactNode }) {
  const t = useWords('settings');
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      <Stack gap="far">
        <Language />
        <Colours />
        <Hand />
        <KeptHere />
        {lock}
      </Stack>
    </Page>
  );
}
