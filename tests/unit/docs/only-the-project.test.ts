import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { root, textOf } from './project-pages.ts';

/** Put together here, so that this file is not its own finding. */
const of = (...parts: readonly string[]): string => parts.join('');

/** What tells of where and by whom the code was written, and not of what it does. */
const strange: Readonly<Record<string, RegExp>> = {
  'a sitting': new RegExp(
    `\\b(this|other|another|previous|earlier|later|next|last) ${of('ses', 'sion')}|\\b${of('ses', 'sions')}\\b`,
    'i',
  ),
  'a hand that helped': new RegExp(`(?<![/\\w])${of('hel', 'per')}s?\\b(?! text)`, 'i'),
  'an acting program': new RegExp(`(?<!user[ -])\\b${of('age', 'nt')}s?\\b`, 'i'),
  'a folder beside the project': new RegExp(
    `(?<![\\w.])${of('/wo', 'rk')}\\b|${of('shared/', 'design')}`,
  ),
  'a page beside the project': new RegExp(
    `\\b(${of('contr', 'acts')}|house|names|domain|look|quality|stack|sync|attacks|product|decisions)\\.md\\b|\\bhouse \\d+\\.\\d`,
  ),
  'a host of packages': new RegExp(
    `${of('regis', 'try')}\\.([a-z-]+\\.(org|com|net|io|dev)\\b|${of('np', 'm')})|${of('artifac', 'tory')}`,
    'i',
  ),
};

/** Words of a language and made-up things may name anybody; a licence is not ours to change. */
const free =
  /^(package-lock\.json|LICENSE|src\/i18n\/[a-z-]+\/.+\.json|src\/trust\/words\/.+\.json|tests\/fixtures\/.+)$/i;
const isText = /\.(tsx?|jsx?|mjs|json|md|css|html|ya?ml|svg|webmanifest)$|(^|\/)(run|\.[a-z]+)$/;

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => isText.test(path) && !free.test(path));

const findings = (path: string, text: string): readonly string[] =>
  Object.entries(strange).flatMap(([what, pattern]) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        pattern.test(line) ? [`${path}:${at + 1}: ${what}: ${line.trim()}`] : [],
      ),
  );

test('files were read', () => {
  expect(tracked.length).toBeGreaterThan(300);
  for (const path of ['README.md', '.ci/run', 'src/app/main.tsx', 'docs/privacy.md'])
    expect(tracked).toContain(path);
});

test('no page and no file speaks of anything but the project', () => {
  expect(tracked.flatMap((path) => findings(path, readIfThere(path)))).toEqual([]);
});

/** Tracked, but just moved or deleted by whoever works beside this. */
function readIfThere(path: string): string {
  try {
    return textOf(path);
  } catch {
    return '';
  }
}

describe('each word bites', () => {
  test.each([
    of('as agreed in an earlier ses', 'sion'),
    of('a hel', 'per wrote this'),
    of('for age', 'nts'),
    of("'/wo", "rk/shared/data/x'"),
    of('see house', '.md'),
    of('house ', '5.2'),
    of('https://regis', 'try.npm', 'js.org/react'),
  ])('%s', (text) => {
    expect(findings('planted.ts', text).length).toBeGreaterThan(0);
  });

  test.each([
    'newCDPSession(page)',
    'const session = useImportSession();',
    "'@turf/helpers'",
    'what an iPhone says as its user agent',
    'how people work/rest',
    'Helper text on screen',
  ])('%s is allowed', (text) => {
    expect(findings('planted.ts', text)).toEqual([]);
  });
});

test('the lock file names no host but the one of public packages', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly resolved?: string; link?: boolean }>>;
  };
  const entries = Object.values(lock.packages);
  expect(entries.length).toBeGreaterThan(200);
  const hosts = entries
    .flatMap(({ resolved, link }) => (resolved && !link ? [resolved] : []))
    .filter((address) => !address.startsWith(of('https://regis', 'try.npm', 'js.org/')));
  expect(hosts).toEqual([]);
});
