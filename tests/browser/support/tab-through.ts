import type { Page } from 'playwright';
import { focusNow } from './focus.ts';

const stopsMost = 400;

export interface Stops {
  readonly count: number;
  /** What had the focus and could not be seen, with what lay over it. */
  readonly covered: readonly string[];
}

/** Tab, Tab, Tab until everything had the focus once; between end and start nothing has it. */
export async function tabThrough(page: Page): Promise<Stops> {
  const seen = new Set<string>();
  const covered: string[] = [];
  while (seen.size < stopsMost) {
    await page.keyboard.press('Tab');
    const { key, coveredBy } = await focusNow(page);
    if (seen.has(key)) break;
    seen.add(key);
    if (coveredBy !== false) covered.push(`${key} under ${coveredBy}`);
  }
  return { count: seen.size, covered };
}
