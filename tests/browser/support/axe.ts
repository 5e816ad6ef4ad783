import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AxeWish {
  /** `colours` looks at contrast alone: all that a theme can change. */
  readonly rules: 'all' | 'colours';
  /** Asks for 7:1 as well, as bright sun promises. */
  readonly strong: boolean;
}

const colours = ({ strong }: AxeWish): readonly string[] =>
  strong ? ['color-contrast', 'color-contrast-enhanced'] : ['color-contrast'];

const optionsFor = (wish: AxeWish): RunOptions => ({
  runOnly:
    wish.rules === 'all'
      ? { type: 'tag', values: tags }
      : { type: 'rule', values: [...colours(wish)] },
  ...(wish.rules === 'all' && { rules: { 'color-contrast-enhanced': { enabled: wish.strong } } }),
  resultTypes: ['violations'],
});

/**
 * Runs axe in the page as it is and gives one line per finding. The debugger puts the library
 * in, because the app's policy rightly refuses a script tag.
 */
export async function axeFindings(
  page: Page,
  wish: AxeWish = { rules: 'all', strong: false },
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const debug = await page.context().newCDPSession(page);
    await debug.send('Runtime.evaluate', { expression: source });
    await debug.detach();
  }
  const { violations, passes } = await page.evaluate(runAxe, optionsFor(wish));
  // A page on which no rule applied was not looked at.
  expect(passes.length).toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
  );
}

const runAxe = (given: RunOptions): Promise<AxeResults> => {
  const { axe } = globalThis as unknown as {
    axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> };
  };
  return axe.run(document, given);
};
