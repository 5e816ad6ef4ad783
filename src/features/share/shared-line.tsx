import { useWords } from '#i18n/use-words.ts';
import { useSharing, useSharingNow } from '#services/use-sharing.ts';
import { StateLine } from '#ui/state-line.tsx';
import { useSyncWords } from './use-sync-words.ts';

/** On every screen of a shared register: what waits, what is shared, what is in the way. */
export function SharedLine({ label }: { readonly label: string }) {
  const t = useWords('sharing');
  const now = useSharingNow(useSharing());
  const words = useSyncWords();
  if (!now) return <StateLine label={label} words={t('here')} />;
  return <StateLine label={label} words={words(now.sync)} waiting={now.sync.kind !== 'shared'} />;
}
