import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({
    path,
    css: readFileSync(new URL(path, root), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  }));

const linesWith = (pattern: RegExp, except: readonly string[] = []): string[] =>
  files
    .filter(({ path }) => !except.some((name) => path.endsWith(name)))
    .flatMap(({ path, css }) =>
      css
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );

const physical =
  /(^|[\s;{])((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom|(min-|max-)?(width|height))\s*:|text-align:\s*(left|right)|float:\s*(left|right)/;
const colour = /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch)\(|:\s*(white|black|red|green|blue)\b/i;

describe('style sheets', () => {
  it('are read', () => {
    expect(files.length).toBeGreaterThan(15);
    expect('  margin-left: 2px').toMatch(physical);
    expect('  width: 2px').toMatch(physical);
    expect('  color: #fff').toMatch(colour);
  });

  it('know no left and right, so that every screen can be mirrored', () => {
    expect(linesWith(physical)).toEqual([]);
  });

  it('name roles, never colours', () => {
    expect(linesWith(colour, ['ui/tokens.css'])).toEqual([]);
  });

  it('move only for the time that reduced motion takes away', () => {
    const moving = linesWith(/\b(transition|animation)\s*:/).filter(
      (line) => !line.includes('var(--quick)'),
    );
    expect(moving).toEqual([]);
  });

  it('belong to a layer, so that no part wins by accident', () => {
    const loose = files
      .filter(({ path }) => path.endsWith('.module.css') && path.startsWith('ui/'))
      .filter(({ css }) => !css.trim().startsWith('@layer components {'));
    expect(loose.map(({ path }) => path)).toEqual([]);
  });
});
