import type { Page } from 'playwright';

const stopsMost = 200;

/** Tab, Tab, Tab until what begins with these words has the focus. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let stop = 0; stop < stopsMost; stop += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      return (focused?.closest('label') ?? focused)?.textContent?.trim() ?? '';
    });
    if (name.startsWith(words)) return;
  }
  throw new Error(`“${words}” is out of the keyboard’s reach`);
}
