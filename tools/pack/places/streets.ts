import type { LineString, MultiLineString } from 'geojson';
import type { Street } from '#pack/places.ts';
import type { Box } from '../box.ts';
import type { Tags } from '../extract/elements.ts';
import type { Gathered } from '../gather.ts';
import { placesOf } from '../ground/areas.ts';
import { clippedTo } from '../ground/clip.ts';
import { boxAround, type Line, nearestOn, type Spot } from './lines.ts';
import { nearTo } from './near-to.ts';
import { byText, micro, sameWords } from './same-words.ts';

/** A street as the pack keeps it, with its lines for finding out which one an address means. */
export interface FoundStreet {
  readonly street: Street;
  readonly lines: readonly Line[];
  /** Around the lines, in degrees. */
  readonly box: Box;
}

interface Named {
  readonly names: Readonly<Record<string, string>>;
  readonly lines: readonly Line[];
}

/** Ways of one name that are nearer to each other are one street. */
const gapMetres = 200;

/** Not yet built, or only a platform. */
const noStreet = new Set([
  'proposed',
  'construction',
  'platform',
  'bus_stop',
  'razed',
  'abandoned',
]);
const language = /^name:([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/;
const lettersMax = 120;

function namesOf(tags: Tags): Record<string, string> {
  const names: Record<string, string> = {
    '': (tags.get('name') ?? '').trim().slice(0, lettersMax),
  };
  for (const [key, name] of tags) {
    const code = language.exec(key)?.[1];
    if (code && name.trim()) names[code] = name.trim().slice(0, lettersMax);
  }
  return names;
}

function linesIn(box: Box, line: Line): readonly Line[] {
  const whole: LineString = { type: 'LineString', coordinates: line.map((spot) => [...spot]) };
  const cut = clippedTo(whole, box) as LineString | MultiLineString | undefined;
  if (!cut) return [];
  const lines = cut.type === 'LineString' ? [cut.coordinates] : cut.coordinates;
  return lines.map((part) => part.map(([lon = 0, lat = 0]): Spot => [lon, lat]));
}

const isStreet = (tags: Tags): boolean => {
  const highway = tags.get('highway');
  return (highway !== undefined && !noStreet.has(highway)) || tags.get('place') === 'square';
};

function namedWays({ ways, nodes }: Gathered, box: Box): readonly Named[] {
  return [...ways.values()].flatMap(({ refs, tags }) => {
    const names = namesOf(tags);
    const line = names[''] && isStreet(tags) ? placesOf(refs, nodes) : undefined;
    if (!line) return [];
    const lines = linesIn(
      box,
      line.map(([lon = 0, lat = 0]): Spot => [lon, lat]),
    );
    return lines.length > 0 ? [{ names, lines }] : [];
  });
}

/** Puts together what is near: a chain of near ones is one street. */
function clustered(ways: readonly Named[]): Named[] {
  const near = nearTo(
    ways.map(({ lines }) => lines),
    gapMetres,
  );
  return near.map((numbers) => {
    const all = numbers.flatMap((n) => ways[n] ?? []);
    const names: Record<string, string> = {};
    // The first that has a name in a language keeps it.
    for (const one of all.toReversed()) Object.assign(names, one.names);
    return { names, lines: all.flatMap(({ lines }) => lines) };
  });
}

function asStreet({ names, lines }: Named): FoundStreet {
  const box = boxAround(lines);
  const [west, south, east, north] = box;
  const { at } = nearestOn([(west + east) / 2, (south + north) / 2], lines);
  return {
    street: {
      names,
      at: [micro(at[0]), micro(at[1])],
      box: [micro(west), micro(south), micro(east), micro(north)],
    },
    lines,
    box,
  };
}

/** The named streets of the box, by name and then from west to east. */
export function findStreets(gathered: Gathered, box: Box): readonly FoundStreet[] {
  const byName = new Map<string, Named[]>();
  for (const way of namedWays(gathered, box)) {
    const key = sameWords(way.names[''] ?? '');
    const others = byName.get(key);
    if (others) others.push(way);
    else byName.set(key, [way]);
  }
  const found = [...byName.values()].flatMap((ways) => clustered(ways).map(asStreet));
  return found.sort(
    ({ street: a }, { street: b }) =>
      byText(a.names[''] ?? '', b.names[''] ?? '') || a.at[0] - b.at[0] || a.at[1] - b.at[1],
  );
}
