import { describe, expect, test } from 'vitest';
import { breaches, roomOf } from './support/architecture/findings.ts';
import { knownRooms } from './support/architecture/import-law.ts';
import { projectFiles } from './support/architecture/project-files.ts';

const files = projectFiles(['src', 'hub', 'service-worker', 'tools']);

describe('the laws of the house', () => {
  test('files were read, in every room that has any', () => {
    expect(files.length).toBeGreaterThan(100);
    const perRoom = [...new Set(files.map(({ path }) => roomOf(path) ?? path))];
    for (const room of ['base', 'domain', 'seal', 'i18n', 'ui', 'app', 'hub', 'service-worker']) {
      expect(perRoom).toContain(room);
    }
    const strangers = perRoom.filter(
      (room) => !room.startsWith('features/') && !knownRooms.includes(room),
    );
    expect(strangers).toEqual([]);
  });

  test('none is broken', { timeout: 60_000 }, () => {
    expect(breaches(files)).toEqual([]);
  });
});

/** One planted breach each: a law that no longer bites fails here. */
describe('each law bites', () => {
  const upward = 'src/domain/place/planted.ts: domain may not import ui';
  test.each([
    ['a value', "import { Button } from '#ui/button.tsx';", upward],
    ['a type', "import type { Button } from '#ui/button.tsx';", upward],
    ['an inline type', "import { type Button } from '#ui/button.tsx';", upward],
    ['a type by address', "export type B = import('#ui/button.tsx').Button;", upward],
    ['a side effect', "import '../../ui/base.css';", upward],
    ['a later import', "export const load = () => import('#ui/button.tsx');", upward],
    ['a later import in a template', 'export const load = () => import(`#ui/button.tsx`);', upward],
    ['a re-export', "export { Button } from '#ui/button.tsx';", upward],
    ['a type re-export', "export type { Button } from '#ui/button.tsx';", upward],
    ['all of a file', "export * from '../../ui/button.tsx';", upward],
    ['a worker', "new Worker(new URL('../../ui/w.ts', import.meta.url));", upward],
    ['an address', "import address from '#ui/w.ts?url';", upward],
    ['many files', "import.meta.glob('../../ui/*.ts');", upward],
  ])('an upward import: %s', (_name, text, breach) => {
    expect(breaches([{ path: 'src/domain/place/planted.ts', text }])).toEqual([breach]);
  });

  test.each([
    [
      'src/features/list/a.ts',
      "import '#features/card/b.ts';",
      'features/list may not import features/card',
    ],
    [
      'src/features/list/a.ts',
      "import '../card/b.ts';",
      'features/list may not import features/card',
    ],
    [
      'src/services/a.ts',
      "import type { X } from '#features/card/b.ts';",
      'services may not import features/card',
    ],
    ['src/seal/a.ts', "import '#register/b.ts';", 'seal may not import register'],
    ['src/domain/a/b.ts', "import 'react';", 'domain may not use the package react'],
    ['src/formats/a.ts', "import 'node:fs';", 'formats may not use the package node:fs'],
    [
      'src/features/list/a.ts',
      "import Dexie from 'dexie';",
      'features/list may not use the package dexie',
    ],
    ['src/map/a.ts', "import '@turf/bbox/dist/x.js';", 'map may not use the package @turf/bbox'],
    ['src/base/a.ts', "import 'valibot';", 'base may not use the package valibot'],
    ['service-worker/a.ts', "import '#domain/a/b.ts';", 'service-worker may not import domain'],
    ['hub/a.ts', "import '../src/register/a.ts';", 'hub may not import register'],
    ['src/ui/a.ts', 'const x = "y"; import(x);', 'imports an address it computes'],
    ['src/kitchen/a.ts', '', 'stands in no known room'],
  ])('%s: %s', (path, text, breach) => {
    expect(breaches([{ path, text }])).toEqual([`${path}: ${breach}`]);
  });

  test.each([
    "fetch('/x');",
    "globalThis.fetch('/x');",
    "window['fetch']('/x');",
    'const { fetch: ask } = globalThis; ask();',
    'new XMLHttpRequest();',
    "new WebSocket('wss://x');",
    "new EventSource('/x');",
    "navigator.sendBeacon('/x');",
  ])('a way out beside the door: %s', (text) => {
    const planted = breaches([{ path: 'src/services/planted.ts', text }]);
    expect(planted).toHaveLength(1);
    expect(planted[0]).toContain('only platform/outbound may');
    expect(breaches([{ path: 'src/platform/outbound/planted.ts', text }])).toEqual([]);
  });

  test('a file of 401 lines, but not one of 400', () => {
    const text = (lines: number): string => 'void 0;\n'.repeat(lines);
    const at = (lines: number) => breaches([{ path: 'src/base/a.ts', text: text(lines) }]);
    expect(at(400)).toEqual([]);
    expect(at(401)).toEqual(['src/base/a.ts: 401 lines, over 400']);
  });

  test('a function of 81 lines', () => {
    const text = `export const f = () => {\n${'void 0;\n'.repeat(79)}};\n`;
    expect(breaches([{ path: 'hub/a.ts', text }])).toEqual([
      'hub/a.ts:1: a function of 81 lines, over 80',
    ]);
  });

  test.each(['src/base/AssetCard.ts', 'src/ui/asset_card.tsx', 'tools/assetCard.ts'])(
    'a name like %s',
    (path) => {
      expect(breaches([{ path, text: '' }])).toEqual([`${path}: is not kebab-case`]);
    },
  );

  test('what is allowed is not refused', () => {
    const text = [
      "import { ok } from '#base/result.ts';",
      "import type { Place } from '../place/place.ts';",
      "import * as v from 'valibot';",
      "import { point } from '@turf/helpers';",
      'export const words = "ask to fetch it";',
    ].join('\n');
    expect(breaches([{ path: 'src/domain/group/a.ts', text }])).toEqual([]);
  });

  test('a file that cannot be read stops the check', () => {
    expect(() => breaches([{ path: 'src/base/a.ts', text: 'import {' }])).toThrow('src/base/a.ts');
  });
});
