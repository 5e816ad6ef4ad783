import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packFileName } from '#base/pack-file-name.ts';
import { type Box, readBox } from './box.ts';
import { fileNameFor } from './words.ts';

export interface PackSettings {
  readonly extract: string;
  readonly box: Box;
  readonly name: string;
  /** Whose data it is, where it is not OpenStreetMap's. */
  readonly attribution?: string;
  readonly out: { readonly folder: string; readonly file: string };
  /** CSV files of Code-Point Open. */
  readonly postcodes: readonly string[];
}

export const usage = `npm run pack -- <extract.osm.pbf or .osm> --bbox W,S,E,N --name "…"
  --bbox       west,south,east,north in degrees, such as -3.0037,51.5698,-2.9747,51.5878
  --name       what people call the neighbourhood
  --out        folder, or file that ends in .pmtiles; where the hub looks unless told otherwise
  --postcodes  CSV file of Code-Point Open; may be given more than once`;

const options = {
  bbox: { type: 'string' },
  name: { type: 'string' },
  out: { type: 'string' },
  postcodes: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

const nameLettersMax = 80;

function outFor(out: string | undefined, name: string, usualFolder: string): PackSettings['out'] {
  if (out?.endsWith('.pmtiles')) return { folder: join(out, '..'), file: basename(out) };
  return { folder: out ?? usualFolder, file: fileNameFor(name) };
}

/** A name is shown in a list: no line breaks and no bytes that mean something to a terminal. */
const tidy = (name: string | undefined): string =>
  (name ?? '').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** What was asked for, or the sentence that says what is wrong. `usualFolder` is for want of --out. */
export function readSettings(args: readonly string[], usualFolder: string): PackSettings | string {
  const given = parsed(args);
  if (typeof given === 'string') return given;
  const { values, positionals } = given;
  const [extract, ...more] = positionals;
  if (values.help) return usage;
  if (!extract) return `Say which extract to cut from.\n${usage}`;
  if (more.length > 0)
    return `One extract at a time: "${more[0]}" is one too many. Is a name without quotes?`;
  if (values.bbox === undefined) return `Say which box to cut with --bbox.\n${usage}`;
  const box = readBox(values.bbox);
  if (typeof box === 'string') return box;
  const name = tidy(values.name);
  if (!name) return `Say what the neighbourhood is called with --name "…".\n${usage}`;
  if (name.length > nameLettersMax) return `The name is longer than ${nameLettersMax} letters.`;
  const out = outFor(values.out, name, usualFolder);
  if (!packFileName.test(out.file))
    return `"${out.file}" cannot be handed out by a hub. Use letters a to z, digits, dots and dashes for the file's name.`;
  return { extract, box, name, out, postcodes: values.postcodes ?? [] };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: negativesJoined(args), options, allowPositionals: true });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('.')[0] : '';
    return `${why}.\n${usage}`;
  }
}

/** `--bbox -3,51,-2,52`: a value that begins with a minus would be taken for an option. */
const negativesJoined = (args: readonly string[]): string[] =>
  args.reduce<string[]>((joined, arg) => {
    const last = joined.at(-1);
    if (last === '--bbox' && /^-[\d.]/.test(arg)) joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
    return joined;
  }, []);
