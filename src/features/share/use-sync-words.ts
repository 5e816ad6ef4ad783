import { useWords } from '#i18n/use-words.ts';
import type { SharingNow } from '#services/sharing/sharing.ts';

type Sync = SharingNow['sync'];

/** How sharing stands, in counted things: what waits first, then what is in the way. */
export function useSyncWords(): (sync: Sync) => string {
  const t = useWords('sharing');
  const waits = (count: number) => (count > 0 ? t('waiting', { count }) : '');
  const stands = ({ kind, waiting }: Sync) => {
    if (kind === 'shared') return t('shared');
    return waits(waiting) || t(kind === 'working' ? 'working' : 'here');
  };
  return (sync) => {
    const { loading, failure, waiting } = sync;
    if (loading && loading.total > 0) return t('loading', { ...loading });
    if (!failure) return stands(sync);
    return [waits(waiting), t(`why.${failure.kind}`)].filter(Boolean).join(' · ');
  };
}
