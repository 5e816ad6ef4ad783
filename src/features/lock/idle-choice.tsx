import { useWords } from '#i18n/use-words.ts';
import { idleChoices, idleKey, idleUsual } from '#services/lock/lock-keys.ts';
import { usePreference } from '#services/use-preference.ts';
import { RadioRows } from '#ui/radio-rows.tsx';

export function IdleChoice() {
  const t = useWords('lock');
  const [minutes, remember] = usePreference<number>(idleKey, idleUsual);
  return (
    <RadioRows<string>
      legend={t('settings.idle')}
      choices={idleChoices.map((count) => ({
        value: String(count),
        label: t('settings.minutes', { count }),
      }))}
      value={minutes === undefined ? undefined : String(minutes)}
      onChoose={(chosen) => remember(Number(chosen))}
    />
  );
}
