import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageJson, pages, root, textOf, withoutCode } from './project-pages.ts';

const lineWidth = 72;
const linesAsRead = (text: string): number =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .reduce((sum, line) => sum + Math.ceil(line.length / lineWidth), 0);

/** As GitHub makes them. */
const anchorsIn = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

const linksIn = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^[a-z]+:/.test(address));

function isDead(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && !anchorsIn(textOf(target)).includes(anchor);
}

test('there are pages, and links in them', () => {
  expect(pages.length).toBeGreaterThan(18);
  expect(pages.flatMap((page) => linksIn(textOf(page))).length).toBeGreaterThan(60);
});

describe.each(pages)('%s', (page) => {
  const text = textOf(page);

  test('says something', () => {
    expect(text).toMatch(/^# \S/);
    expect(linesAsRead(text)).toBeGreaterThanOrEqual(page.includes('/decisions/') ? 10 : 15);
  });

  test('has no link that leads nowhere', () => {
    expect(linksIn(text).filter((link) => isDead(page, link))).toEqual([]);
  });

  test('names no file that is not there', () => {
    const named = [...text.matchAll(/`((?:src|tests|tools|hub|docs|service-worker)\/[\w./-]+)`/g)];
    const missing = named
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, `${path}.ts`)));
    expect(missing).toEqual([]);
  });

  test('names no command that is not there', () => {
    const scripts = packageJson().scripts ?? {};
    const asked = [...text.matchAll(/\bnpm (?:run )?([a-z-]+)/g)].map(([, name = '']) => name);
    const ofNpm = ['ci', 'install', 'i'];
    expect(asked.filter((name) => !Object.hasOwn(scripts, name) && !ofNpm.includes(name))).toEqual(
      [],
    );
  });
});

test('a link, a file and a command that are not there are found', () => {
  expect(isDead('README.md', 'docs/nowhere.md')).toBe(true);
  expect(isDead('README.md', 'docs/data-model.md#nowhere')).toBe(true);
  expect(isDead('README.md', 'docs/data-model.md#relations')).toBe(false);
  expect(linksIn('[a](b.md) and ```[c](d.md)```')).toEqual(['b.md', 'd.md']);
});

describe('README', () => {
  const text = textOf('README.md');

  test('is read to its end', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });

  test('names the commands that people need', () => {
    for (const command of ['npm ci', 'npm start', 'npm test', 'npm run check', 'npm run bench'])
      expect(text).toContain(command);
  });
});

describe('decision records', () => {
  const numberOf = (page: string): number => Number(/(\d{4})-/.exec(page)?.[1]);
  const records = pages.filter((page) => /\/decisions\/\d{4}-/.test(page));

  test('are numbered without a gap', () => {
    const numbers = records.map(numberOf);
    expect(numbers).toEqual(records.map((_, index) => index + 1));
  });

  test('begin with their number, and fit on a page', () => {
    for (const page of records) {
      const text = textOf(page);
      expect(text).toMatch(new RegExp(`^# ${numberOf(page)}. `));
      expect(text.split('\n').length).toBeLessThan(60);
    }
  });

  // The first four came before the form was settled.
  test('say when, what was asked, what was decided, why and at what cost', () => {
    for (const page of records.slice(4)) {
      const text = textOf(page);
      expect(text, page).toMatch(/^\d{4}-\d{2}-\d{2} · (accepted|superseded)/m);
      for (const part of ['Question', 'Decision', 'Why|Measured', 'Cost'])
        expect(text, page).toMatch(new RegExp(`^\\*\\*(${part})\\.\\*\\*`, 'm'));
    }
  });
});
