import { parseSync } from 'vite';

export interface Source {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface ReadSource extends Source {
  /** What is imported, exported from, loaded later, typed by or given to a worker. */
  readonly imports: readonly string[];
  readonly functions: readonly SourceFunction[];
  /** Names and member names that are read: `fetch`, `navigator.sendBeacon`. */
  readonly names: ReadonlySet<string>;
}

export interface SourceFunction {
  readonly line: number;
  readonly lines: number;
}

/** Reads one file with the parser Vite builds with. Throws when it can't be parsed. */
export function readSource(source: Source): ReadSource {
  const { program, module, errors } = parseSync(source.path, source.text);
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]?.message}`);
  const imports = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
    ),
  ];
  const functions: SourceFunction[] = [];
  const names = new Set<string>();
  for (const node of nodesOf(program)) {
    imports.push(...importsOf(node));
    if (functionTypes.has(node.type)) functions.push(sizeOf(node, source.text));
    const name = node.type === 'Identifier' ? node.name : literal(node);
    if (typeof name === 'string') names.add(name);
  }
  return { ...source, imports, functions, names };
}

/** The parser's tree in the one shape this file needs. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly source?: Node;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly arguments?: readonly Node[];
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function* nodesOf(value: unknown): Generator<Node> {
  if (isNode(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) yield* nodesOf(part);
}

function importsOf(node: Node): readonly string[] {
  if (node.type === 'ImportExpression' || node.type === 'TSImportType') {
    return [literal(node.source) ?? unknownImport];
  }
  if (node.type === 'NewExpression' && isFileAddress(node)) return firstOf(node);
  return node.type === 'CallExpression' && isGlob(node) ? firstOf(node) : [];
}

const firstOf = (node: Node): readonly string[] => [literal(node.arguments?.[0]) ?? unknownImport];

/** `new URL('./worker.ts', import.meta.url)`: how workers and files are named. */
const isFileAddress = ({ callee, arguments: given }: Node): boolean =>
  callee?.name === 'URL' && given?.[1]?.object?.type === 'MetaProperty';

/** `import.meta.glob('./en-GB/*.json')`: its folder is what it reaches into. */
const isGlob = ({ callee }: Node): boolean =>
  callee?.object?.type === 'MetaProperty' && callee.property?.name === 'glob';

function sizeOf({ start, end }: Node, text: string): SourceFunction {
  const line = text.slice(0, start).split('\n').length;
  return { line, lines: countLines(text.slice(start, end)) };
}

function literal(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.quasis?.length === 1 ? node.quasis[0]?.value.cooked : undefined;
}

/** An import whose address is computed can't be judged, so it is refused. */
export const unknownImport = '(computed)';

/** Lines with something on them, as the limits count. */
export const countLines = (text: string): number =>
  text.split('\n').filter((line) => line.trim() !== '').length;
