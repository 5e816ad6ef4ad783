import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Sharing } from '#services/sharing/sharing.ts';
import type { TalkNow } from '#services/sharing/talk.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { InviteLink } from './invite-link.tsx';
import { useSharingFailureWords } from './use-sharing-failure-words.ts';

interface TalkProps {
  readonly sharing: Sharing;
  readonly talk: TalkNow;
}

interface TalkCardProps extends TalkProps {
  /** Just asked for: the button stands a screen below its code. */
  readonly isNew: boolean;
}

/** One invite, from the code on this screen to the newcomer being in. */
export function TalkCard({ sharing, talk, isNew }: TalkCardProps) {
  const t = useWords('sharing');
  const say = useSharingFailureWords();
  const { step, role, forMyself, failure } = talk;
  const isDone = step === 'in' || step === 'over';
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) title.current?.scrollIntoView({ block: 'start' });
  }, [isNew]);
  return (
    <Card>
      <Stack>
        <h3 ref={title}>{forMyself ? t('invite.mine') : t(`roles.${role}.name`)}</h3>
        {(step === 'open' || step === 'knocked') && <InviteLink talk={talk} />}
        <TalkWords talk={talk} />
        {failure && <Notice tone="warn">{say(failure)}</Notice>}
        {step === 'choosing' && <Words sharing={sharing} talk={talk} />}
        <Button onClick={() => void sharing.takeBack(talk.invite)}>
          {t(isDone ? 'invite.away' : 'invite.takeBack')}
        </Button>
      </Stack>
    </Card>
  );
}

/** A status, so that whoever looks elsewhere hears that somebody has come. */
function TalkWords({ talk: { step, name = '', why } }: { readonly talk: TalkNow }) {
  const t = useWords('sharing');
  if (step === 'over') {
    return (
      <div role="status">
        <Notice tone="warn">{t(`invite.over.${why ?? 'expired'}`)}</Notice>
      </div>
    );
  }
  const words = {
    open: t('invite.open'),
    knocked: t('invite.knocked', { name }),
    choosing: t('invite.choosing', { name }),
    'letting-in': t('invite.letting', { name }),
    in: t('invite.in', { name }),
  };
  return <p role="status">{words[step]}</p>;
}

const none = 'none';

function Words({ sharing, talk: { invite, sets = [] } }: TalkProps) {
  const t = useWords('sharing');
  const say = useSharingFailureWords();
  const [picked, setPicked] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const letIn = async () => {
    setMissing(picked === undefined);
    if (picked === undefined || isBusy) return;
    setBusy(true);
    const done = await sharing.letIn(invite, picked === none ? undefined : Number(picked));
    setBusy(false);
    if (!done.ok) setFailure(done.error);
  };
  const choices = [
    ...sets.map((words, at) => ({ value: String(at), label: words.join(' · ') })),
    { value: none, label: t('invite.noneOf') },
  ];
  return (
    <>
      <RadioRows
        legend={t('invite.sets')}
        error={isMissing ? t('invite.pick') : undefined}
        choices={choices}
        value={picked}
        onChoose={setPicked}
      />
      {failure && <Notice tone="danger">{say(failure)}</Notice>}
      <Button look="filled" wide onClick={() => void letIn()} aria-busy={isBusy}>
        {t('invite.letIn')}
      </Button>
    </>
  );
}
