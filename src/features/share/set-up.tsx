import { type FormEvent, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ScanHub } from './scan-hub.tsx';
import { useSharingFailureWords } from './use-sharing-failure-words.ts';

/** The way from a register of one phone to one that several hold. */
export function SetUp() {
  const t = useWords('sharing');
  const { madeUp } = useServices();
  return (
    <Stack>
      <h2>{t('hub.title')}</h2>
      <p>{t(madeUp ? 'hub.madeUp' : 'hub.about')}</p>
      {!madeUp && <HubQuestion />}
    </Stack>
  );
}

function HubQuestion() {
  const t = useWords('sharing');
  const say = useSharingFailureWords();
  const { share } = useServices();
  // Most phones have the app from the very hub.
  const [address, setAddress] = useState(location.origin);
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    const done = await share.setUp(address);
    setBusy(false);
    if (!done.ok) setFailure(done.error);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <ScanHub onAddress={setAddress} />
        <TextField
          label={t('hub.address')}
          hint={t('hub.addressHint')}
          value={address}
          onText={setAddress}
          inputMode="url"
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <div role="status">
          {isBusy && <p>{t('hub.busy')}</p>}
          {failure && <Notice tone="danger">{say(failure)}</Notice>}
        </div>
        <Button type="submit" look="filled" wide>
          {t('hub.press')}
        </Button>
      </Stack>
    </form>
  );
}
