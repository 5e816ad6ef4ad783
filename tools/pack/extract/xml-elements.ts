import type { Member, Visitor } from './elements.ts';
import { brokenExtract } from './protobuf.ts';

type Attributes = Readonly<Record<string, string>>;

interface Open {
  readonly kind: 'node' | 'way' | 'relation';
  readonly attributes: Attributes;
  readonly tags: Map<string, string>;
  readonly refs: number[];
  readonly members: Member[];
}

/** A relation of more members or a way of more nodes than the map's server takes (API 0.6). */
const partsMax = 40_000;

const isKind = (name: string): name is Open['kind'] =>
  name === 'node' || name === 'way' || name === 'relation';

const idIn = (text: string | undefined): number => {
  const id = text === undefined || text === '' ? Number.NaN : Number(text);
  if (!Number.isSafeInteger(id)) throw brokenExtract();
  return id;
};

function degreesIn(text: string | undefined, most: number): number {
  const degrees = text === undefined || text === '' ? Number.NaN : Number(text);
  if (!(Math.abs(degrees) <= most)) throw brokenExtract();
  return Math.round(degrees * 1e7);
}

/** Editors keep what is to be removed in their files. */
const isGone = ({ action, visible }: Attributes): boolean =>
  action === 'delete' || visible === 'false';

/** A copy: the parser's words are pieces of the file, each of which would hold 256 KB of it. */
const own = (text: string): string => Buffer.from(text).toString();

function hand({ kind, attributes, tags, refs, members }: Open, visitor: Visitor): void {
  if (isGone(attributes) || !visitor[kind]) return;
  const id = idIn(attributes['id']);
  const said = () => new Map([...tags].map(([key, value]) => [own(key), own(value)]));
  if (kind === 'way') visitor.way?.(id, refs, said);
  else if (kind === 'relation') {
    const parts = () => members.map((member) => ({ ...member, role: own(member.role) }));
    visitor.relation?.(id, parts, said);
  } else {
    const { lon, lat } = attributes;
    visitor.node?.(id, [degreesIn(lon, 180), degreesIn(lat, 90)], said);
  }
}

function takePart(name: string, attributes: Attributes, open: Open): void {
  if (open.tags.size + open.refs.length + open.members.length > partsMax) throw brokenExtract();
  if (name === 'tag') open.tags.set(attributes['k'] ?? '', attributes['v'] ?? '');
  else if (name === 'nd') open.refs.push(idIn(attributes['ref']));
  else if (name === 'member') {
    const { type = '', ref, role = '' } = attributes;
    if (isKind(type)) open.members.push({ type, id: idIn(ref), role });
  }
}

/** Puts elements together out of the tags of an `.osm` file, and hands them to the visitor. */
export function createXmlElements(visitor: Visitor, stamped: (ms: number) => void) {
  let open: Open | undefined;
  return {
    opened(name: string, attributes: Attributes): void {
      if (isKind(name)) {
        open = { kind: name, attributes, tags: new Map(), refs: [], members: [] };
        stamped(Date.parse(attributes['timestamp'] ?? '') || 0);
      } else if (open) takePart(name, attributes, open);
    },
    closed(name: string): void {
      if (open?.kind !== name) return;
      hand(open, visitor);
      open = undefined;
    },
  };
}
