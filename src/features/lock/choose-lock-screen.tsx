import { useWords } from '#i18n/use-words.ts';
import { Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { ChooseLockForm } from './choose-lock-form.tsx';
import styles from './lock.module.css';

/** Before a phone opens what others trust it with. */
export function ChooseLockScreen() {
  const t = useWords('lock');
  return (
    <Page className={styles['alone']}>
      <TopBar title={t('choose.title')} />
      <Stack gap="far">
        <p>{t('choose.about')}</p>
        <p>{t('choose.forgotten')}</p>
        <ChooseLockForm />
      </Stack>
    </Page>
  );
}
