import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { relationNames } from '#domain/connection/connection.ts';
import { giftTypes } from '#domain/taxonomy/gifts.ts';
import { osmRules } from '#domain/taxonomy/osm-tags.ts';
import { assetTypes } from '#domain/taxonomy/types.ts';
import { baseTable, defaultsTable, kindTables, relationTable } from './record-tables.ts';
import { scheduleRuleList, shapeTables } from './shape-tables.ts';
import { giftTable, type Labels, typeTables } from './taxonomy-tables.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const catalogue = (name: string): unknown => JSON.parse(read(`src/i18n/en-GB/${name}.json`));

function labels(): Labels {
  const { types, gifts } = catalogue('taxonomy') as Pick<Labels, 'types' | 'gifts'>;
  return { types, gifts, kinds: catalogue('kinds') as Labels['kinds'] };
}

/** All of docs/data-model.md: the hand-written head, then what the schemas say. */
export function dataModelPage(): string {
  const words = labels();
  const lines = [
    '## Every record',
    '',
    'Beside `id` and `type` each record of any kind has these.',
    '',
    ...baseTable(),
    '## Kinds',
    '',
    ...kindTables(),
    '## Defaults',
    '',
    ...defaultsTable(),
    '## Shapes inside fields',
    '',
    ...shapeTables(),
    ...scheduleRuleList(catalogue('errors') as Readonly<Record<string, string>>),
    '## Relations',
    '',
    `The ${relationNames.length} relations a connection may have.`,
    '',
    ...relationTable(),
    '## Asset types',
    '',
    `The ${assetTypes.length} types. Flags: **S** tying a person to it reveals something sensitive, **H** often in a home (shown as the street), **X** its place may have to stay secret, **C** mainly children. Open Referral UK: **O** organization, **S** service, **L** location, – never exported. ${osmRules.length} ordered rules over map tags are in \`src/domain/taxonomy/osm-tags.ts\`.`,
    '',
    ...typeTables(words),
    '## Gift types',
    '',
    `The ${giftTypes.length} gift types. A person's own words come first; a type is chosen afterwards, or not at all.`,
    '',
    ...giftTable(words),
  ];
  return `${read('tools/data-model/head.md').trim()}\n\n${lines.join('\n').trim()}\n`;
}
