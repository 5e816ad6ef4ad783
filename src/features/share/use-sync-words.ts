import { useWords } from '#i18n/use-words.ts';
import type { SharingNow } from '#services/sharing/sharing.ts';

type Now = Pick<SharingNow, 'sync' | 'photos'>;

/** How sharing stands, in counted things: what waits first, then what is in the way. */
export function useSyncWords(): (now: Now) => string {
  const t = useWords('sharing');
  const waits = (count: number) => (count > 0 ? t('waiting', { count }) : '');
  const sends = (count: number) => (count > 0 ? t('photos.waiting', { count }) : '');
  const sharedBut = (count: number) => (count > 0 ? t('sharedBut', { count }) : t('shared'));
  const stands = ({ sync: { kind, waiting }, photos }: Now) => {
    if (kind === 'shared') return sends(photos.waiting) || sharedBut(photos.parked.length);
    return waits(waiting) || t(kind === 'working' ? 'working' : 'here');
  };
  return (now) => {
    const { loading, failure, waiting } = now.sync;
    if (loading && loading.total > 0) return t('loading', { ...loading });
    if (!failure) return stands(now);
    return [waits(waiting), t(`why.${failure.kind}`)].filter(Boolean).join(' · ');
  };
}
