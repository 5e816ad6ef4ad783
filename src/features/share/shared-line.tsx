import { useWords } from '#i18n/use-words.ts';
import { useSharing, useSharingNow } from '#services/use-sharing.ts';
import { StateLine } from '#ui/state-line.tsx';
import { useGoneElsewhere } from './use-gone-elsewhere.ts';
import { useSyncWords } from './use-sync-words.ts';

/** On every screen of a shared register: what waits, what is shared, what is in the way. */
export function SharedLine({ label }: { readonly label: string }) {
  const t = useWords('sharing');
  const now = useSharingNow(useSharing());
  const words = useSyncWords();
  useGoneElsewhere();
  if (now?.out) return <StateLine label={label} words={t('out')} waiting />;
  if (!now) return <StateLine label={label} words={t('here')} />;
  const { waiting, parked } = now.photos;
  const isWaiting = now.sync.kind !== 'shared' || waiting > 0 || parked.length > 0;
  return <StateLine label={label} words={words(now)} waiting={isWaiting} />;
}
