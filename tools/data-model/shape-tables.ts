import type * as v from 'valibot';
import { scheduleRules } from '#domain/schedule/schedule-rules.ts';
import { code, table } from './markdown.ts';
import { shapes } from './named-schemas.ts';
import { entriesOf, isOptional, schemaWords, wordsInFull } from './schema-words.ts';

export const shapeTables = (): readonly string[] =>
  [...shapes].flatMap(([name, schema]) => [
    `### ${name}`,
    '',
    ...(Object.keys(entriesOf(schema)).length > 0
      ? shapeTable(schema)
      : [`One of: ${wordsInFull(schema)}.`, '']),
  ]);

const shapeTable = (schema: v.GenericSchema): readonly string[] =>
  table(
    ['part', 'what it holds', ''],
    Object.entries(entriesOf(schema)).map(([name, entry]) => [
      code(name),
      schemaWords(entry),
      isOptional(entry) ? '' : 'required',
    ]),
  );

/** With the sentences of `errors.json`, as people read them. */
export const scheduleRuleList = (
  sentences: Readonly<Record<string, string>>,
): readonly string[] => [
  '### Rules of a schedule',
  '',
  ...scheduleRules.map(({ message }) => `- ${code(message)}: ${sentences[message] ?? ''}`),
  '',
];
