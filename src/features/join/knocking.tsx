import { navigate } from 'wouter/use-browser-location';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Joining, JoiningNow } from '#services/sharing/talk.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import styles from './join.module.css';
import { useJoinFailureWords } from './use-join-failure-words.ts';

interface KnockingProps {
  readonly joining: Joining;
  readonly now: JoiningNow;
}

/** A knock under way: whom it waits for, the four words, or why it is over. */
export function Knocking({ joining, now }: KnockingProps) {
  const t = useWords('sharing');
  const say = useJoinFailureWords();
  const { step, failure } = now;
  if (step === 'in') {
    return (
      <Stack>
        <Notice tone="success" live="status">
          {t('join.in')}
        </Notice>
        <Button look="filled" wide onClick={() => navigate('/list', { replace: true })}>
          {t('join.toList')}
        </Button>
      </Stack>
    );
  }
  const isOver = step === 'over';
  return (
    <Stack>
      {!isOver && <Waiting now={now} />}
      {failure && <Notice tone={isOver ? 'danger' : 'warn'}>{say(failure)}</Notice>}
      {!isOver && (
        <Button wide onClick={() => void joining.again()}>
          {t('join.again')}
        </Button>
      )}
      <Button wide look="plain" onClick={() => void joining.giveUp()}>
        {t(isOver ? 'invite.away' : 'join.giveUp')}
      </Button>
    </Stack>
  );
}

function Waiting({ now: { words, name, askedAt, until } }: { readonly now: JoiningNow }) {
  const t = useWords('sharing');
  const formats = useFormats();
  const when = `${formats.day(until)}, ${formats.time(until)}`;
  const age = `${formats.age(askedAt)}, ${formats.time(askedAt)}`;
  return (
    <>
      <Stack role="status">
        <p>{t('join.waiting', { name, age })}</p>
        {words && (
          <>
            <h2>{t('join.wordsTitle')}</h2>
            <p className={styles['words']}>
              <bdi lang="en" dir="ltr">
                {words.join(' ')}
              </bdi>
            </p>
            <p>{t('join.words')}</p>
          </>
        )}
      </Stack>
      {words && <p>{t('join.sure')}</p>}
      <p>{t('join.keep', { until: when })}</p>
    </>
  );
}
