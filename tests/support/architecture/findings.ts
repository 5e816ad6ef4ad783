import { posix } from 'node:path';
import { allows, roomLaw } from './import-law.ts';
import {
  countLines,
  type ReadSource,
  readSource,
  type Source,
  unknownImport,
} from './read-imports.ts';

const fileLimit = 400;
const functionLimit = 80;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(module|setup|config|d|test))*\.[a-z]+$/;
/** Ways out of the phone. Only one folder may know them (decision 39). */
const waysOut = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport'];
const waysOutAsText = ['sendBeacon'];
const theDoor = 'src/platform/outbound';

/** Every breach of the house's laws in these files, one sentence each. */
export function breaches(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    if (!/\.tsx?$/.test(source.path)) return nameBreaches(source);
    const read = readSource(source);
    return [
      ...nameBreaches(source),
      ...sizeBreaches(read),
      ...importBreaches(read),
      ...outboundBreaches(read),
    ];
  });
}

function nameBreaches({ path }: Source): readonly string[] {
  const name = posix.basename(path);
  return kebab.test(name) || path.startsWith('src/i18n/') ? [] : [`${path}: is not kebab-case`];
}

function sizeBreaches({ path, text, functions }: ReadSource): readonly string[] {
  const lines = countLines(text);
  const long = functions.filter((found) => found.lines > functionLimit);
  return [
    ...(lines > fileLimit ? [`${path}: ${lines} lines, over ${fileLimit}`] : []),
    ...long.map(({ line, lines: n }) => `${path}:${line}: a function of ${n} lines, over 80`),
  ];
}

function outboundBreaches({ path, names }: ReadSource): readonly string[] {
  if (!path.startsWith('src/') || path.startsWith(theDoor)) return [];
  const used = [...waysOut, ...waysOutAsText].filter((name) => names.has(name));
  return used.map((name) => `${path}: uses ${name}, but only platform/outbound may`);
}

function importBreaches(read: ReadSource): readonly string[] {
  const room = roomOf(read.path);
  const law = room === undefined ? undefined : roomLaw(room);
  if (room === undefined || !law) return [`${read.path}: stands in no known room`];
  return read.imports.flatMap((wanted) => {
    if (wanted === unknownImport) return [`${read.path}: imports an address it computes`];
    const target = targetOf(read.path, wanted);
    if (target === undefined) {
      return allows(law.packages, packageOf(wanted))
        ? []
        : [`${read.path}: ${room} may not use the package ${packageOf(wanted)}`];
    }
    const other = roomOf(target);
    if (other === room || isOwnFile(target)) return [];
    return other !== undefined && allows(law.rooms, other)
      ? []
      : [`${read.path}: ${room} may not import ${other ?? target}`];
  });
}

/** A path from the root for what lies in this project, undefined for a package. */
function targetOf(from: string, wanted: string): string | undefined {
  const bare = wanted.replace(/[?].*$/, '');
  if (bare.startsWith('#')) return `src/${bare.slice(1)}`;
  if (bare.startsWith('/')) return bare.slice(1);
  return bare.startsWith('.') ? posix.join(posix.dirname(from), bare) : undefined;
}

/** The room a path lies in: `src/x`, but each feature is its own; else the top folder. */
export function roomOf(path: string): string | undefined {
  const [top, second, third] = path.split('/');
  if (top !== 'src') return second === undefined ? undefined : top;
  if (third === undefined) return undefined;
  return second === 'features' ? `features/${third}` : second;
}

/** package.json and the like, which belong to nobody. */
const isOwnFile = (path: string): boolean => path === 'package.json';

const packageOf = (wanted: string): string =>
  wanted.startsWith('node:')
    ? wanted
    : wanted
        .split('/')
        .slice(0, wanted.startsWith('@') ? 2 : 1)
        .join('/');
