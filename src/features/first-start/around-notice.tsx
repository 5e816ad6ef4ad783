import { useWords } from '#i18n/use-words.ts';
import { Notice } from '#ui/notice.tsx';
import type { Around } from './use-surroundings.ts';

/** What this browser may do to the words written in it, and how to be safer; nothing when all is well. */
export function AroundNotice({ around }: { readonly around: Around | undefined }) {
  const t = useWords('first-start');
  if (!around || around.where === 'ordinary') return null;
  const { where } = around;
  const app = where === 'in-app' ? t(`apps.${around.app}`) : '';
  return (
    <Notice tone="warn" title={t(`around.${where}.title`)}>
      <p>{t(`around.${where}.words`, { app })}</p>
      <p>{t(`around.${where}.how`)}</p>
    </Notice>
  );
}
