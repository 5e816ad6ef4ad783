import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Sharing, SharingNow } from '#services/sharing/sharing.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { useSharingFailureWords } from '../use-sharing-failure-words.ts';
import { SheetPaper } from './sheet-paper.tsx';
import { type MakingState, useMakingSheet } from './use-making-sheet.ts';
import { WrittenDown } from './written-down.tsx';

interface Parts {
  readonly sharing: Sharing;
  readonly now: SharingNow;
}

/** For stewards: the paper that brings the register back when every phone is lost. */
export function RecoverySheet({ sharing, now }: Parts) {
  const t = useWords('recovery');
  const say = useSharingFailureWords();
  const making = useMakingSheet(sharing);
  const { state, failure, draw } = making;
  const isShown = state.at === 'drawn' || state.at === 'beginning';
  return (
    <Stack>
      <h2>{t('title')}</h2>
      <p>{t('why')}</p>
      <p>{t('keep')}</p>
      {!isShown && <ThereIs now={now} />}
      {isShown && <Drawn state={state} hub={now.hub} making={making} />}
      <div role="status">
        {state.at === 'drawing' && <ProgressLine words={t('drawing')} />}
        {state.at === 'begun' && <Notice tone="success">{t('begun')}</Notice>}
        {failure && <Notice tone="danger">{say(failure)}</Notice>}
      </div>
      {isShown && state.at === 'drawn' && (
        <Button wide look="plain" onClick={making.putAway}>
          {t('putAway')}
        </Button>
      )}
      {state.at === 'rest' && (
        <Button wide onClick={() => void draw()}>
          {t('press')}
        </Button>
      )}
    </Stack>
  );
}

function ThereIs({ now: { sheet, people } }: Pick<Parts, 'now'>) {
  const t = useWords('recovery');
  const formats = useFormats();
  if (!sheet) return <p>{t('none')}</p>;
  const day = formats.date(sheet.madeAt);
  const name = people.find((person) => person.name === sheet.by)?.displayName;
  return (
    <p>
      {name === undefined ? t('hasOne', { day }) : t('has', { day, name })} {t('ends')}
    </p>
  );
}

interface DrawnProps {
  readonly state: Extract<MakingState, { at: 'drawn' | 'beginning' }>;
  readonly hub: string;
  readonly making: ReturnType<typeof useMakingSheet>;
}

function Drawn({ state, hub, making }: DrawnProps) {
  const t = useWords('recovery');
  return (
    <>
      <Notice tone="warn">{t('once')}</Notice>
      <SheetPaper words={state.sheet.words} hub={hub} />
      <Button wide onClick={() => print()}>
        {t('print')}
      </Button>
      {state.at === 'drawn' ? (
        <WrittenDown drawn={state} onBegin={() => void making.begin(state)} />
      ) : (
        <p role="status">{t('beginning')}</p>
      )}
    </>
  );
}
