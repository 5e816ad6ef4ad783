import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageJson, root, tableRows, textOf } from './project-pages.ts';

const page = textOf('docs/decisions/dependencies.md');
const under = (heading: string): string =>
  page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

interface Line {
  readonly name: string;
  readonly version: string;
  readonly size: string;
  readonly licence: string;
  readonly why: string;
}

const linesOf = (heading: string): readonly Line[] =>
  tableRows(under(heading))
    .slice(1)
    .map(([name = '', version = '', size = '', licence = '', why = '']) => ({
      name,
      version,
      size,
      licence,
      why,
    }));

function licenceOf(name: string, folder: string): unknown {
  const at = [folder, ''].map((place) => join(place, 'node_modules', name, 'package.json'));
  const found = at.find((path) => existsSync(join(root, path)));
  return found && JSON.parse(textOf(found)).license;
}

describe.each([
  { heading: 'The app', folder: '' },
  { heading: 'The hub', folder: 'hub' },
])('$heading', ({ heading, folder }) => {
  const lines = linesOf(heading);

  test('has a line for each library, in its version, and no other', () => {
    expect(lines.length).toBeGreaterThan(1);
    const told = Object.fromEntries(lines.map(({ name, version }) => [name, version]));
    expect(told).toEqual(packageJson(folder).dependencies);
    expect(lines).toHaveLength(Object.keys(told).length);
  });

  test.each(lines)('$name: a size or none, its own licence, and a reason', (line) => {
    expect(line.size).toMatch(/^(\d+\.\d|–)$/);
    expect(line.licence).toBe(licenceOf(line.name, folder));
    expect(line.why.length).toBeGreaterThan(5);
  });
});

test('what the pack tool uses is told, in its version and under its licence', () => {
  const lines = linesOf('The pack tool');
  expect(lines.length).toBeGreaterThan(5);
  const { devDependencies } = packageJson('');
  for (const { name, version, licence, why } of lines) {
    expect(devDependencies?.[name], name).toBe(version);
    expect(licence, name).toBe(licenceOf(name, ''));
    expect(why.length).toBeGreaterThan(5);
  }
});

test('the lock knows the optional packages of every platform, or npm ci refuses it', () => {
  interface Locked {
    readonly version?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(
    textOf('package-lock.json'),
  );
  const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => /-(linux|darwin|win32)-/.test(name)),
  );
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
});
