import type * as v from 'valibot';
import { code, codes } from './markdown.ts';
import { nameOfOptions, nameOfSchema } from './named-schemas.ts';

/** What of valibot's schemas and actions is read here; they are plain objects. */
interface Part {
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly requirement?: unknown;
  readonly message?: unknown;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly key?: string;
  readonly value?: v.GenericSchema;
}

const partOf = (schema: v.GenericSchema): Part => schema as unknown as Part;
const optionalTypes = ['optional', 'exact_optional'];

export const isOptional = (schema: v.GenericSchema): boolean =>
  optionalTypes.includes(partOf(schema).type);

/** What a value may be, in words. Throws for a schema it cannot tell: add it here or name it. */
export const schemaWords = (schema: v.GenericSchema): string =>
  nameOfSchema(schema) ?? wordsInFull(schema);

/** The same for a schema that has a name, as it stands where the name leads. */
export function wordsInFull(schema: v.GenericSchema): string {
  const part = partOf(schema);
  if (optionalTypes.includes(part.type) && part.wrapped) return schemaWords(part.wrapped);
  return [baseWords(part), ...rulesOf(part)].join(', ');
}

/** The shape of an object, for those that get a table of their own. */
export const entriesOf = (schema: v.GenericSchema): Readonly<Record<string, v.GenericSchema>> =>
  partOf(schema).entries ?? {};

function baseWords(part: Part): string {
  const said = told[part.type]?.(part);
  if (said === undefined) throw new Error(`No words for a schema of type ${part.type}`);
  return said;
}

const told: Readonly<Record<string, (part: Part) => string>> = {
  string: (part) => {
    if (actionsOf(part).some(({ type }) => type === 'uuid')) return 'id';
    return ['text', lengthOf(part)].filter(Boolean).join(' ');
  },
  number: (part) => {
    const isWhole = actionsOf(part).some(({ type }) => /integer/.test(type));
    return [isWhole ? 'whole number' : 'number', rangeOf(part)].filter(Boolean).join(' ');
  },
  boolean: () => 'yes or no',
  literal: ({ literal }) => code(String(literal)),
  picklist: ({ options = [] }) => nameOfOptions(options) ?? codes(options.map(String)),
  array: (part) => `${howMany(part)}: ${part.item ? schemaWords(part.item) : ''}`,
  object: ({ entries = {} }) =>
    `{ ${Object.entries(entries)
      .map(([key, entry]) => `${key}${isOptional(entry) ? '?' : ''}: ${schemaWords(entry)}`)
      .join('; ')} }`,
  record: ({ value }) => `by name: ${value ? schemaWords(value) : ''}`,
  variant: ({ key = '', options = [] }) =>
    options
      .map((option) => {
        const { [key]: literal, ...rest } = partOf(option as v.GenericSchema).entries ?? {};
        const others = Object.entries(rest).map(
          ([name, entry]) => `${name}: ${schemaWords(entry)}`,
        );
        return `${literal ? schemaWords(literal) : ''} with ${others.join('; ')}`;
      })
      .join(' · '),
};

const actionsOf = ({ pipe = [] }: Part): readonly Part[] => pipe.slice(1);

const requirementOf = (part: Part, type: string): unknown =>
  actionsOf(part).find((action) => action.type === type)?.requirement;

function rangeOf(part: Part): string {
  const [least, most] = [requirementOf(part, 'min_value'), requirementOf(part, 'max_value')];
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `from ${least}`;
  return most === undefined ? '' : `up to ${most}`;
}

function howMany(part: Part): string {
  const [least, most] = [requirementOf(part, 'min_length'), requirementOf(part, 'max_length')];
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `at least ${least}`;
  return most === undefined ? 'any number' : `up to ${most}`;
}

function lengthOf(part: Part): string {
  const [least, most] = [requirementOf(part, 'min_length'), requirementOf(part, 'max_length')];
  if (most === undefined) return '';
  return least === undefined ? `up to ${most}` : `${least}–${most}`;
}

/** Patterns, and rules that have a sentence in `errors.json`. */
function rulesOf(part: Part): readonly string[] {
  return actionsOf(part).flatMap(({ type, requirement, message }) => {
    if (type === 'regex') return [`shaped ${code(String(requirement))}`];
    if (type === 'check' && typeof message === 'string') return [`rule ${code(message)}`];
    return [];
  });
}
