import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fromBase64 } from '#base/bytes.ts';
import { qrCode } from '#formats/qr-code.ts';
import { readCode } from '#formats/read-code.ts';
import { Card } from '#ui/card.tsx';
import { Page } from '#ui/page.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import '#ui/base.css';
import { inviteLink } from '../../support/invite-link.ts';

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
  document.documentElement.removeAttribute('dir');
});

function show(screen: React.ReactNode): void {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root?.render(screen));
}

const text = inviteLink(3);
const modules = qrCode(text);
const code = () => page.getByRole('img', { name: 'Invite to Pillgwenlly as a code' });

/** What a person holding another phone before this one would read. */
async function seenOnScreen(): Promise<string | undefined> {
  const base64 = await page.screenshot({ save: false });
  const bitmap = await createImageBitmap(new Blob([fromBase64(base64) ?? new Uint8Array()]));
  const { width, height } = bitmap;
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  pen?.drawImage(bitmap, 0, 0);
  const pixels = pen?.getImageData(0, 0, width, height);
  return pixels && readCode(pixels);
}

test.each([
  { theme: 'light', width: 320, height: 568 },
  { theme: 'dark', width: 320, height: 568 },
  { theme: 'sun', width: 360, height: 640 },
  { theme: 'dark', width: 1280, height: 800 },
  { theme: 'light', width: 640, height: 360 },
])('is read off the screen: $theme, $width × $height', async ({ theme, width, height }) => {
  await page.viewport(width, height);
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dir = theme === 'sun' ? 'rtl' : 'ltr';
  show(
    <Page>
      <QrCode modules={modules} name="Invite to Pillgwenlly as a code" />
    </Page>,
  );
  const box = code().element().getBoundingClientRect();
  expect(box.width / modules.length).toBeGreaterThanOrEqual(3);
  expect(box.height).toBeCloseTo(box.width, 0);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  expect(box.height).toBeLessThanOrEqual(height);
  expect(await seenOnScreen()).toBe(text);
});

test('never wider than what holds it', async () => {
  await page.viewport(320, 568);
  show(
    <Page>
      <Card>
        <QrCode modules={qrCode('x'.repeat(900))} name="Invite to Pillgwenlly as a code" />
      </Card>
    </Page>,
  );
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
