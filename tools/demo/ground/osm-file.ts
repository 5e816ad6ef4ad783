import { type Degrees, type Metres, toDegrees } from './metres.ts';

export type Tags = Readonly<Record<string, string>>;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const tagLines = (tags: Tags): string =>
  Object.entries(tags)
    .map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`)
    .join('');

/** Writes an `.osm` file (OpenStreetMap XML): what lies at one spot is one node. */
export function createOsmFile() {
  const nodes: string[] = [];
  const ways: string[] = [];
  const known = new Map<string, number>();

  const nodeAt = (spot: Metres): number => {
    const [lon, lat]: Degrees = toDegrees(spot);
    const key = `lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}"`;
    const id = known.get(key) ?? known.size + 1;
    if (!known.has(key)) nodes.push(`<node id="${id}" ${key}/>`);
    known.set(key, id);
    return id;
  };

  return {
    /** A node with something to say; it is never shared. */
    point(spot: Metres, tags: Tags): void {
      const [lon, lat] = toDegrees(spot);
      const id = 900_001 + nodes.length;
      nodes.push(
        `<node id="${id}" lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}">${tagLines(tags)}</node>`,
      );
    },
    line(spots: readonly Metres[], tags: Tags): void {
      const refs = spots.map((spot) => `<nd ref="${nodeAt(spot)}"/>`).join('');
      ways.push(`<way id="${ways.length + 1}">${refs}${tagLines(tags)}</way>`);
    },
    ring(spots: readonly Metres[], tags: Tags): void {
      this.line([...spots, ...spots.slice(0, 1)], tags);
    },
    text: (): string =>
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<osm version="0.6" generator="Patchbook, npm run demo">',
        '<!-- A made-up neighbourhood: nothing here is real. -->',
        ...nodes,
        ...ways,
        '</osm>',
        '',
      ].join('\n'),
  };
}
