import { lazy, Suspense, useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { TalkNow } from '#services/sharing/talk.ts';
import { Button } from '#ui/button.tsx';
import { Copy, Share2 } from '#ui/icons.ts';
import { Line } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';

const InviteCode = lazy(async () => ({
  default: (await import('./invite-code.tsx')).InviteCode,
}));

/** The link of an invite: to be scanned, copied or sent. */
export function InviteLink({ talk: { link, until } }: { readonly talk: TalkNow }) {
  const t = useWords('sharing');
  const formats = useFormats();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  // Whoever closes the sheet again has sent nothing, which is no failure.
  const send = () => void navigator.share({ url: link }).catch(() => {});
  const when = `${formats.day(until)}, ${formats.time(until)}`;
  return (
    <>
      <p>{t('invite.how', { until: when })}</p>
      <Suspense>
        <InviteCode link={link} />
      </Suspense>
      <TextField label={t('invite.link')} value={link} readOnly dir="ltr" />
      <Line>
        <Button icon={Copy} onClick={() => void copy()}>
          {t(isCopied ? 'invite.copied' : 'invite.copy')}
        </Button>
        {'share' in navigator && (
          <Button icon={Share2} onClick={send}>
            {t('invite.send')}
          </Button>
        )}
      </Line>
    </>
  );
}
