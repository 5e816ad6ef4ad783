import { useMemo } from 'react';
import { qrCode } from '#formats/qr-code.ts';
import { useWords } from '#i18n/use-words.ts';
import { QrCode } from '#ui/qr-code.tsx';

/** The invite for a phone that is held before this one. */
export function InviteCode({ link }: { readonly link: string }) {
  const t = useWords('sharing');
  const modules = useMemo(() => qrCode(link), [link]);
  return <QrCode modules={modules} name={t('invite.code')} />;
}
