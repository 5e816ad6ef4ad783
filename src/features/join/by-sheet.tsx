import { type FormEvent, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Failure } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import { useStarter } from '#services/starter.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useJoinFailureWords } from './use-join-failure-words.ts';

/** As they stand on paper: no phone is to put capitals or other words in their place. */
const asTyped = {
  autoCapitalize: 'none',
  autoComplete: 'off',
  autoCorrect: 'off',
  spellCheck: false,
  dir: 'ltr',
} as const;

/** A register brought back by what stands on its recovery sheet. */
export function BySheet({ onInvite }: { readonly onInvite: () => void }) {
  const t = useWords('recovery');
  const { typed, type, failure, isBusy, submit } = useComingBack();
  const say = useSheetFailureWords();
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <h2>{t('back.title')}</h2>
        <p>{t('back.about')}</p>
        <TextField
          {...asTyped}
          label={t('back.hub')}
          value={typed.hub}
          onText={(hub) => type({ hub })}
          inputMode="url"
        />
        <TextField
          {...asTyped}
          label={t('back.number')}
          hint={t('back.numberHint')}
          value={typed.register}
          onText={(register) => type({ register })}
        />
        <TextField
          {...asTyped}
          lang="en"
          label={t('back.words')}
          hint={t('back.wordsHint')}
          value={typed.words}
          onText={(words) => type({ words })}
        />
        <div role="status">
          {isBusy && <p>{t('back.busy')}</p>}
          {failure && <Notice tone="danger">{say(failure)}</Notice>}
        </div>
        <p>{t('back.after')}</p>
        <Button type="submit" look="filled" wide>
          {t('back.press')}
        </Button>
        <Button wide look="plain" onClick={onInvite}>
          {t('back.instead')}
        </Button>
      </Stack>
    </form>
  );
}

/** The words are kept nowhere: whoever has them has the register. */
function useComingBack() {
  const { comeBack } = useStarter();
  // Most phones have the app from the very hub.
  const [typed, setTyped] = useState({ hub: location.origin, register: '', words: '' });
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    const done = await comeBack(typed);
    if (done.ok) return navigate('/list', { replace: true });
    setBusy(false);
    setFailure(done.error);
  };
  const type = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });
  return { typed, type, failure, isBusy, submit };
}

function useSheetFailureWords(): (failure: Failure) => string {
  const t = useWords('recovery');
  const joining = useJoinFailureWords();
  return (failure) => t.find(`failed.${failure.kind}`, failure.detail) ?? joining(failure);
}
