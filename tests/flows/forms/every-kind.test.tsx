import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { kinds } from '#domain/record/kinds.ts';
import type { RecordType } from '#domain/record/values.ts';
import { allLabelled, tooSmall } from './controls-on-page.ts';
import { held, leaveStage, showFacts, showForm, troubles } from './stage.tsx';

const files = import.meta.glob<readonly JsonObject[]>('../../fixtures/records/*.good.json', {
  import: 'default',
  eager: true,
});
const fullest = (type: string): JsonObject =>
  files[`../../fixtures/records/${type}.good.json`]?.[0] ?? {};

const asked = (Object.keys(kinds) as RecordType[]).filter((type) =>
  Object.values(kinds[type].fields).some(({ control }) => control !== 'none'),
);

afterEach(leaveStage);

describe.each(asked)('the form of a %s', (type) => {
  it('empty: every control has a name, a size to touch, and axe finds nothing', async () => {
    await showForm({ type });
    expect(allLabelled()).toEqual([]);
    expect(tooSmall()).toEqual([]);
    expect(await troubles()).toEqual([]);
  });

  it('filled: shows the record without changing it, and axe finds nothing', async () => {
    await showForm({ type, values: fullest(type) });
    expect(held()).toEqual(fullest(type));
    expect(allLabelled()).toEqual([]);
    expect(tooSmall()).toEqual([]);
    expect(await troubles()).toEqual([]);
  });

  it('wrong in every field: each error stands beside its control, and axe finds nothing', async () => {
    const issues = Object.entries(kinds[type].fields)
      .filter(([, { control }]) => control !== 'none')
      .map(([field]) => ({ field, message: 'required' }));
    await showForm({ type, values: fullest(type), issues, attempt: 1 });
    const beside = document.querySelectorAll('[id$="-error"]');
    expect(beside.length).toBeGreaterThanOrEqual(issues.length);
    expect(await troubles()).toEqual([]);
  });

  it('is not wider than a small phone, from either side', async () => {
    for (const locale of ['en-XA', 'ar-XB'] as const) {
      await showForm({ type, values: fullest(type), locale });
      const wide = document.documentElement.scrollWidth;
      expect(wide, locale).toBeLessThanOrEqual(document.documentElement.clientWidth);
    }
  });

  it('is read as facts, and axe finds nothing', async () => {
    await showFacts(fullest(type));
    expect(await troubles()).toEqual([]);
  });
});
