import { type FormEvent, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Joining } from '#services/sharing/talk.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ScanInvite } from './scan-invite.tsx';
import { useJoinFailureWords } from './use-join-failure-words.ts';
import { forgetTyped, useTyped } from './use-typed.ts';

/** The invite and a name. What was typed outlives a reload; the link itself is in the address. */
export function Question({ joining }: { readonly joining: Joining }) {
  const t = useWords('sharing');
  const say = useJoinFailureWords();
  const { typed, type } = useTyped();
  const [tried, setTried] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const link = typed.link.trim();
  const name = typed.name.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried((count) => count + 1);
    if (isBusy || link === '' || name === '') return;
    setBusy(true);
    setFailure(undefined);
    const asked = await joining.ask(link, name);
    setBusy(false);
    if (asked.ok) forgetTyped();
    else setFailure(asked.error);
  };
  const missing = (text: string, words: string) => (tried > 0 && text === '' ? words : undefined);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <p>{t('join.about')}</p>
        <ScanInvite joining={joining} onLink={(text) => type({ link: text })} />
        <TextField
          label={t('join.link')}
          hint={t('join.linkHint')}
          error={missing(link, t('join.needLink'))}
          value={typed.link}
          onText={(text) => type({ link: text })}
          inputMode="url"
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        {link !== '' && <Promised joining={joining} link={link} />}
        <TextField
          label={t('join.name')}
          hint={t('join.nameHint')}
          error={missing(name, t('join.needName'))}
          value={typed.name}
          onText={(text) => type({ name: text })}
          autoComplete="given-name"
          maxLength={60}
        />
        <div role="status">
          {isBusy && <p>{t('join.busy')}</p>}
          {failure && <Notice tone="danger">{say(failure)}</Notice>}
        </div>
        <Button type="submit" look="filled" wide>
          {t('join.press')}
        </Button>
      </Stack>
    </form>
  );
}

/** What the invite promises, before one knocks. */
function Promised({ joining, link }: { readonly joining: Joining; readonly link: string }) {
  const t = useWords('sharing');
  const say = useJoinFailureWords();
  const formats = useFormats();
  const seen = joining.look(link);
  if (!seen.ok) return <Notice tone="warn">{say(seen.error)}</Notice>;
  const { role, hub, until } = seen.value;
  const when = `${formats.day(until)}, ${formats.time(until)}`;
  return (
    <Notice tone="info">
      <p>{t('join.asRole', { role: t(`roles.${role}.name`) })}</p>
      <p>{t(`roles.${role}.means`)}</p>
      <p>{t('join.hub', { hub: new URL(hub).host })}</p>
      <p>{t('join.until', { until: when })}</p>
    </Notice>
  );
}
