import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markKinds } from '#ui/kind-shapes.ts';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');

/** The colour roles of the first rule that starts with this selector. */
function rolesOf(selector: string, from = 0): Map<string, string> {
  const start = css.indexOf(`${selector} {`, from);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

function luminance(hex: string): number {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, relative contrast. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const themes = [
  { name: 'light', roles: rolesOf(':root'), text: 4.5, mark: 3 },
  { name: 'dark', roles: rolesOf(':root[data-theme="dark"]'), text: 4.5, mark: 3 },
  { name: 'sun', roles: rolesOf(':root[data-theme="sun"]'), text: 7, mark: 4.5 },
];

const grounds = ['paper', 'card', 'wash'];
const onGround = ['ink', 'soft-ink', 'brand', 'danger'];
const pairs: readonly (readonly [words: string, ground: string])[] = [
  ...grounds.flatMap((ground) => onGround.map((words) => [words, ground] as const)),
  ['on-brand', 'brand'],
  ['on-danger', 'danger'],
  ['on-waiting', 'waiting'],
  ['paper', 'ink'],
  ['ink', 'warn-wash'],
  ['ink', 'danger-wash'],
  ['danger', 'danger-wash'],
  ...markKinds.map((kind) => ['on-kind', `kind-${kind}`] as const),
  ...markKinds.map((kind) => [`kind-${kind}`, 'card'] as const),
];
const marks: readonly (readonly [mark: string, ground: string])[] = [
  ...grounds.flatMap((ground) => [['edge', ground] as const, ['focus', ground] as const]),
  ['focus', 'focus-gap'],
  ...markKinds.flatMap((kind) => grounds.map((ground) => [`kind-${kind}`, ground] as const)),
];

describe.each(themes)('the $name theme', ({ roles, text, mark }) => {
  const colour = (role: string): string => {
    const value = roles.get(role);
    if (value === undefined) throw new Error(`No colour for ${role}`);
    return value;
  };

  it.each(pairs)('has words in %s that can be read on %s', (words, ground) => {
    expect(contrast(colour(words), colour(ground))).toBeGreaterThanOrEqual(text);
  });

  it.each(marks)('has marks in %s that can be seen on %s', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(mark);
  });
});

describe('the list of colours', () => {
  it('is the same for a dark phone as for the dark theme', () => {
    const auto = rolesOf(':root:not([data-theme="light"], [data-theme="sun"])');
    expect(auto).toEqual(rolesOf(':root[data-theme="dark"]'));
    expect(auto.size).toBeGreaterThan(20);
  });

  it('names the same roles in every theme', () => {
    const [light, ...others] = themes.map(({ roles }) => [...roles.keys()].sort());
    for (const roles of others) expect(roles).toEqual(light);
  });

  it('measures as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});
