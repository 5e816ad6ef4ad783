import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textOf } from './project-pages.ts';

const page = textOf('docs/threats.md');
const files = {
  act: 'act',
  attackers: 'attackers',
  box: 'box',
  epoch: 'epoch',
  invite: 'invite',
  joining: 'joining/joining',
  log: 'log',
  'log-devices': 'log-devices',
  'log-properties': 'log-properties',
  keyring: '../../flows/services/keyring',
  tries: '../services/lock/tries',
  closing: '../../flows/sync/closing',
  recovery: 'recovery',
  ring: '../hub/ring',
  farewell: '../hub/farewell',
  'trust-farewell': 'farewell',
  photo: '../seal/photo',
  'photo-queue': '../../flows/services/photo-queue',
  'fault-photos': '../../flows/sync/fault-photos',
  'changed-account': '../hub/changed-account',
  strangers: '../services/sharing/strangers',
} as const;

interface Named {
  readonly file: string;
  readonly name: string;
}

/** `file`: "name of a test", "another"; a name may end in … */
const named: readonly Named[] = [...page.matchAll(/`([a-z-]+)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(
  ([, file = '', names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => ({ file, name })),
);

const isThere = ({ file, name }: Named): boolean => {
  const path = (files as Readonly<Record<string, string>>)[file];
  if (path === undefined) return false;
  const text = textOf(join('tests/unit/trust', `${path}.test.ts`));
  return name.endsWith('…')
    ? text.includes(`'${name.slice(0, -1).trimEnd()}`)
    : text.includes(`'${name}'`);
};

test('the page names tests for what it promises', () => {
  expect(named.length).toBeGreaterThan(25);
  expect(new Set(named.map(({ file }) => file)).size).toBe(Object.keys(files).length);
});

test('every test it names is there', () => {
  expect(named.filter((each) => !isThere(each))).toEqual([]);
});

test('one that is not there is found', () => {
  expect(isThere({ file: 'log', name: 'nobody ever errs' })).toBe(false);
  expect(isThere({ file: 'nowhere', name: 'stays: %s' })).toBe(false);
  expect(isThere({ file: 'log', name: 'stays: …' })).toBe(true);
});
