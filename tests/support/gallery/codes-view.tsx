import { useState } from 'react';
import { qrCode } from '#formats/qr-code.ts';
import { useCodeScan } from '#services/codes/use-code-scan.ts';
import { Page } from '#ui/page.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { ScanCode } from '#ui/scan-code.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { inviteLink } from '../invite-link.ts';

/** A code to show beside one to read: two windows of it can be held before each other. */
export function CodesView() {
  const [text, setText] = useState('');
  const scan = useCodeScan(setText);
  return (
    <Page>
      <TopBar title="Codes" />
      <ScanCode scan={scan} />
      <p role="status">Read: {text || 'nothing'}</p>
      <QrCode modules={qrCode(inviteLink())} name="An invite as a code" />
    </Page>
  );
}
