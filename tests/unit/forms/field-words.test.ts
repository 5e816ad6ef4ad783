import { beforeAll, describe, expect, it } from 'vitest';
import { connectionStates, relationNames } from '#domain/connection/connection.ts';
import { precisions } from '#domain/place/location.ts';
import { statuses } from '#domain/record/base-fields.ts';
import { type Field, sections } from '#domain/record/field.ts';
import { kinds } from '#domain/record/kinds.ts';
import { recordTypes } from '#domain/record/values.ts';
import { shareLevels } from '#domain/sharing/level.ts';
import { assetKinds } from '#domain/taxonomy/kinds.ts';
import { type FieldWording, fieldWording } from '#forms/field-words.ts';
import errors from '#i18n/en-GB/errors.json' with { type: 'json' };
import fieldsFile from '#i18n/en-GB/fields.json' with { type: 'json' };
import kindsFile from '#i18n/en-GB/kinds.json' with { type: 'json' };
import { loadWords, type Words } from '#i18n/words.ts';

let t: Words<'fields'>;
let words: Words<'kinds'>;
beforeAll(async () => {
  t = await loadWords('en-GB', 'fields');
  words = await loadWords('en-GB', 'kinds');
});

const fieldsOf = (type: (typeof recordTypes)[number]) => Object.entries<Field>(kinds[type].fields);

describe.each(recordTypes)('the words of a %s', (type) => {
  const wording = (): FieldWording => fieldWording(type, t, words);

  it('label every field, also those that no form asks for', () => {
    const bare = fieldsOf(type).filter(([name]) => wording().label(name) === name);
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it('label every option of every field', () => {
    const bare = fieldsOf(type).flatMap(([name, { options = [] }]) =>
      // A relation may be its own word ("runs"): the words of kinds are looked at below.
      options.filter((option) => name !== 'rel' && wording().option(name, option) === option),
    );
    expect(bare).toEqual([]);
  });

  it('give options to every choice', () => {
    const empty = fieldsOf(type).filter(
      ([, { control, options }]) => /^choices?$/.test(control) && !options?.length,
    );
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('title every section', () => {
    for (const section of sections) expect(wording().section(section)).not.toBe(section);
  });
});

describe('the words of kinds', () => {
  it('are the six that the names promise', () => {
    expect(assetKinds.map((kind) => words(kind))).toEqual([
      'People',
      'Groups',
      'Organisations',
      'Places',
      'Sharing & trade',
      'Stories',
    ]);
    expect(shareLevels.map((level) => words(`share.${level}.label`))).toEqual([
      'Only this phone',
      'The team',
      'Members',
      'Anyone',
    ]);
  });

  it('say what every level, status, precision, state and relation means', () => {
    const keys = [
      ...assetKinds.flatMap((kind) => [`one.${kind}`, `about.${kind}`]),
      ...recordTypes.map((type) => `types.${type}`),
      ...shareLevels.map((level) => `share.${level}.means`),
      ...statuses.flatMap((status) => [`status.${status}.label`, `status.${status}.means`]),
      ...precisions.flatMap((each) => [`precision.${each}.label`, `precision.${each}.means`]),
      ...connectionStates.map((state) => `connectionState.${state}`),
      ...relationNames.flatMap((rel) => [`relations.${rel}.out`, `relations.${rel}.in`]),
    ];
    expect(keys.filter((key) => words.find(key) === undefined)).toEqual([]);
  });
});

function* sentences(words: unknown): Generator<string> {
  if (typeof words === 'string') yield* words.split(/[.!?](?:\s|$)/);
  else for (const inner of Object.values(words as object)) yield* sentences(inner);
}

describe('every sentence', () => {
  it.each([
    ['fields', fieldsFile],
    ['kinds', kindsFile],
    ['errors', errors],
  ])('of %s has at most twenty words', (_, file) => {
    const all = [...sentences(file)];
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([]);
  });
});
