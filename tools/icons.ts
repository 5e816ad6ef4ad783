import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { chromiumFlags, chromiumPath } from '../tests/support/chromium.ts';

/** Draws the bitmap icons from the one drawing: `npx tsx tools/icons.ts`. */
const folder = join(import.meta.dirname, '../public/icons');
const drawing = readFileSync(join(folder, 'patchbook.svg'), 'utf8');

interface Icon {
  readonly name: string;
  readonly sidePx: number;
  /** Maskable icons are cut to any shape: the ground fills the square, the patches stay central. */
  readonly maskable: boolean;
}

const icons: readonly Icon[] = [
  { name: 'patchbook-192', sidePx: 192, maskable: false },
  { name: 'patchbook-512', sidePx: 512, maskable: false },
  { name: 'patchbook-maskable-512', sidePx: 512, maskable: true },
  { name: 'patchbook-180', sidePx: 180, maskable: true },
];

async function draw(browser: Browser, { name, sidePx, maskable }: Icon): Promise<void> {
  const page = await browser.newPage({ viewport: { width: sidePx, height: sidePx } });
  const inset = maskable ? Math.round(sidePx * 0.08) : 0;
  const ground = maskable ? '#0e5a4f' : 'transparent';
  await page.setContent(
    `<style>body{margin:0;background:${ground}}svg{display:block;margin:${inset}px;width:${sidePx - 2 * inset}px}</style>${drawing}`,
  );
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  await page.close();
}

const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
for (const icon of icons) await draw(browser, icon);
await browser.close();
