import { useState } from 'react';
import type { Failure, Result } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import { useCodeScan } from '#services/codes/use-code-scan.ts';
import { inviteInCode } from '#services/sharing/scanned-code.ts';
import type { Joining } from '#services/sharing/talk.ts';
import { Notice } from '#ui/notice.tsx';
import { ScanCode } from '#ui/scan-code.tsx';
import { useJoinFailureWords } from './use-join-failure-words.ts';

interface ScanInviteProps {
  readonly joining: Joining;
  readonly onLink: (link: string) => void;
}

/** An invite off another screen; a code of anything else changes nothing. */
export function ScanInvite({ joining, onLink }: ScanInviteProps) {
  const t = useWords('sharing');
  const say = useJoinFailureWords();
  const [seen, setSeen] = useState<Result<string, Failure>>();
  const scan = useCodeScan((text) => {
    const invite = inviteInCode(text, joining.look);
    setSeen(invite);
    if (invite.ok) onLink(invite.value);
  });
  return (
    <>
      <ScanCode scan={scan} />
      <div role="status">
        {seen?.ok && <p>{t('code.read')}</p>}
        {seen && !seen.ok && <Notice tone="warn">{say(seen.error)}</Notice>}
      </div>
    </>
  );
}
