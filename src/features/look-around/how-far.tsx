import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { madeUpBytes } from '#services/made-up-files.ts';
import { Notice } from '#ui/notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import type { Looking } from './use-looking.ts';

function Failed({ failure }: { readonly failure: Failure }) {
  const t = useWords('look-around');
  const usual = useFailureWords();
  return (
    <Notice tone="warn" live="alert" title={t('failed.title')}>
      {t.find(`failed.${failure.kind}`) ?? usual(failure)}
    </Notice>
  );
}

/** How far the made-up neighbourhood is on its way, or why it did not come. */
export function HowFar({ looking }: { readonly looking: Looking }) {
  const t = useWords('look-around');
  const formats = useFormats();
  switch (looking.at) {
    case 'asking':
      return null;
    case 'failed':
      return <Failed failure={looking.failure} />;
    case 'checking':
      return <ProgressLine words={t('checking')} />;
    case 'fetching': {
      const [done, all] = [formats.size(looking.bytes), formats.size(madeUpBytes)];
      return (
        <ProgressLine
          words={t('fetching', { done, all })}
          done={Math.min(looking.bytes, madeUpBytes)}
          max={madeUpBytes}
        />
      );
    }
    case 'filling': {
      const { done, total } = looking;
      return <ProgressLine words={t('filling', { done, total })} done={done} max={total} />;
    }
  }
}
