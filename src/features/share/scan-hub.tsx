import { useState } from 'react';
import type { Failure, Result } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import { useCodeScan } from '#services/codes/use-code-scan.ts';
import { hubInCode } from '#services/sharing/scanned-code.ts';
import { Notice } from '#ui/notice.tsx';
import { ScanCode } from '#ui/scan-code.tsx';
import { useSharingFailureWords } from './use-sharing-failure-words.ts';

/** A hub's address off a wall or a leaflet; a code of anything else changes nothing. */
export function ScanHub({ onAddress }: { readonly onAddress: (address: string) => void }) {
  const t = useWords('sharing');
  const say = useSharingFailureWords();
  const [seen, setSeen] = useState<Result<string, Failure>>();
  const scan = useCodeScan((text) => {
    const address = hubInCode(text);
    setSeen(address);
    if (address.ok) onAddress(address.value);
  });
  return (
    <>
      <ScanCode scan={scan} />
      <div role="status">
        {seen?.ok && <p>{t('code.hubRead', { hub: new URL(seen.value).host })}</p>}
        {seen && !seen.ok && <Notice tone="warn">{say(seen.error)}</Notice>}
      </div>
    </>
  );
}
