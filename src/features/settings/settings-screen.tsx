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

export function SettingsScreen() {
  const t = useWords('settings');
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      <Stack gap="far">
        <Colours />
        <Hand />
        <KeptHere />
      </Stack>
    </Page>
  );
}
