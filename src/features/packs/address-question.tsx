import { useState } from 'react';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { TextField } from '#ui/text-field.tsx';
import { BegunPacks } from './begun-packs.tsx';
import { HubPacks } from './hub-packs.tsx';
import { type FetchState, type OnFile, useFetchedPack } from './use-fetched-pack.ts';

interface AddressQuestionProps {
  readonly onFile: OnFile;
}

/** A pack from this app's own hub, or from any address somebody was given. */
export function AddressQuestion({ onFile }: AddressQuestionProps) {
  const t = useWords('packs');
  const failureWords = useFailureWords();
  const [typed, setTyped] = useState('');
  const { state, look, fetchIt, carryOn, stop, reset } = useFetchedPack(onFile);
  const address = typed.trim();
  const error = state.step === 'refused' ? failureWords(state.failure) : undefined;
  const put = (text: string) => {
    setTyped(text);
    reset();
  };
  return (
    <Stack>
      {state.step !== 'fetching' && state.step !== 'paused' && (
        <BegunPacks onCarryOn={(path) => void fetchIt(path)} />
      )}
      <HubPacks onChoose={(path) => void fetchIt(path)} />
      <form
        // The browser's own bubble is in the browser's words, and gone before it is read.
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look(address);
        }}
      >
        <Stack>
          <TextField
            label={t('address')}
            hint={t('addressHint')}
            value={typed}
            onText={put}
            error={error}
            type="url"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
          />
          {(state.step === 'none' || state.step === 'failed') && (
            <Button type="submit" wide disabled={address === ''}>
              {t('look')}
            </Button>
          )}
        </Stack>
      </form>
      <Fetching
        state={state}
        onFetch={() => void fetchIt(address)}
        onCarryOn={() => void carryOn()}
        onStop={stop}
      />
    </Stack>
  );
}

interface FetchingProps {
  readonly state: FetchState;
  readonly onFetch: () => void;
  readonly onCarryOn: () => void;
  readonly onStop: () => void;
}

/** The size before anything is fetched, then how far it is and the way to stop. */
function Fetching({ state, onFetch, onCarryOn, onStop }: FetchingProps) {
  const t = useWords('packs');
  const failureWords = useFailureWords();
  const formats = useFormats();
  const sizeOf = (bytes: number) => formats.size(bytes);
  return (
    <>
      <div role="status">
        {state.step === 'looking' && <ProgressLine words={t('looking')} />}
        {state.step === 'offered' && (
          <p>
            {state.bytes === undefined
              ? t('sizeUnknown')
              : t('size', { size: sizeOf(state.bytes) })}
          </p>
        )}
        {state.step === 'failed' && <Notice tone="warn">{failureWords(state.failure)}</Notice>}
        {state.step === 'paused' && (
          <Notice tone={state.failure ? 'warn' : 'info'}>
            {state.failure ? `${failureWords(state.failure)} ` : ''}
            {state.total === undefined
              ? t('paused', { size: sizeOf(state.received) })
              : t('pausedOf', { done: sizeOf(state.received), all: sizeOf(state.total) })}
          </Notice>
        )}
      </div>
      {state.step === 'fetching' && (
        <>
          <ProgressLine
            words={
              state.total === undefined
                ? t('fetchingSome', { done: sizeOf(state.received) })
                : t('fetching', { done: sizeOf(state.received), all: sizeOf(state.total) })
            }
            done={state.total === undefined ? undefined : state.received}
            max={state.total}
          />
          <Button wide onClick={onStop}>
            {t('stop')}
          </Button>
        </>
      )}
      {state.step === 'offered' && (
        <Button wide onClick={onFetch}>
          {t('begin')}
        </Button>
      )}
      {state.step === 'paused' && (
        <Button wide onClick={onCarryOn}>
          {t('carryOn')}
        </Button>
      )}
    </>
  );
}
