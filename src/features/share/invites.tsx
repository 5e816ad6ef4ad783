import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Sharing, SharingNow } from '#services/sharing/sharing.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { TalkCard } from './talk-card.tsx';
import { useSharingFailureWords } from './use-sharing-failure-words.ts';

interface Parts {
  readonly sharing: Sharing;
  readonly now: SharingNow;
}

type Role = SharingNow['role'];
type Wish = Role | 'mine';

/** Letting others in: who they will be, the invite, and whoever knocks. */
export function Invites({ sharing, now }: Parts) {
  const t = useWords('sharing');
  const [madeHere, setMadeHere] = useState<string>();
  return (
    <Stack>
      <h2>{t('invite.title')}</h2>
      {now.talks.map((talk) => (
        <TalkCard
          key={talk.invite}
          sharing={sharing}
          talk={talk}
          isNew={talk.invite === madeHere}
        />
      ))}
      {now.mayInvite.length > 0 ? (
        <NewInvite sharing={sharing} now={now} onMade={setMadeHere} />
      ) : (
        <p>{t('invite.notYou')}</p>
      )}
    </Stack>
  );
}

interface NewInviteProps extends Parts {
  readonly onMade: (invite: string) => void;
}

function useInviting({ sharing, now, onMade }: NewInviteProps) {
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const invite = async (wish: Wish) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    const made = await sharing.invite(wish === 'mine' ? now.role : wish, wish === 'mine');
    setBusy(false);
    if (!made.ok) return setFailure(made.error);
    onMade(made.value.invite);
  };
  return { failure, isBusy, invite };
}

function NewInvite(parts: NewInviteProps) {
  const t = useWords('sharing');
  const say = useSharingFailureWords();
  const { failure, isBusy, invite } = useInviting(parts);
  const [wish, setWish] = useState<Wish>('resident');
  const choices = [
    ...parts.now.mayInvite.map((role) => ({
      value: role as Wish,
      label: t(`roles.${role}.name`),
      note: t(`roles.${role}.means`),
    })),
    { value: 'mine' as const, label: t('invite.mine'), note: t('invite.mineMeans') },
  ];
  return (
    <>
      <RadioRows legend={t('invite.who')} choices={choices} value={wish} onChoose={setWish} />
      <div role="status">
        {isBusy && <p>{t('invite.busy')}</p>}
        {failure && <Notice tone="danger">{say(failure)}</Notice>}
      </div>
      <Button look="filled" wide onClick={() => void invite(wish)}>
        {t('invite.press')}
      </Button>
    </>
  );
}
