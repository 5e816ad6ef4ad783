import KDBush from 'kdbush';
import { metresBetween } from '#domain/place/distance.ts';
import { type ReadLine, readLine, type TwinLine } from './twin-line.ts';
import { lookedAroundM, mayBeAlike, type TwinWhy, whyAlike } from './twin-rules.ts';

export interface Twin {
  readonly like: TwinLine;
  readonly why: TwinWhy;
  /** Straight-line metres between the two; undefined where one has no spot. */
  readonly metres: number | undefined;
}

interface Spot {
  readonly lon: number;
  readonly lat: number;
}

const spotOf = ({ lon, lat }: TwinLine): Spot | undefined =>
  lon === undefined || lat === undefined ? undefined : { lon, lat };

function metresApart(a: TwinLine, b: TwinLine): number | undefined {
  const [from, to] = [spotOf(a), spotOf(b)];
  return from && to && metresBetween(from, to);
}

const metresADegree = 111_320;

/** Places in the index whose spots lie in a box that reaches so many metres each way. */
function inBox(index: KDBush, { lon, lat }: Spot, metres: number): readonly number[] {
  const up = metres / metresADegree;
  const across = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return index.range(lon - across, lat - up, lon + across, lat + up);
}

type Places = ReadonlyMap<string, readonly number[]>;

function placesBy(
  lines: readonly ReadLine[],
  keysOf: (line: ReadLine) => Iterable<string>,
): Places {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    for (const key of keysOf(line)) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  }
  return places;
}

/** Ten thousand of one name are no twins of each other: looked at are these many. */
const lookedAt = 50;

/** Finds among many things the one that another looks like. */
export function twinFinder(given: readonly TwinLine[], { isOneFile = false } = {}) {
  const lines = given.map(readLine);
  const standing = lines.flatMap((line, at) => (spotOf(line) ? [at] : []));
  const index = standing.length > 0 ? new KDBush(standing.length) : undefined;
  for (const at of standing) {
    const { lon = 0, lat = 0 } = lines[at] ?? {};
    index?.add(lon, lat);
  }
  index?.finish();
  const byWay = placesBy(lines, ({ ways }) => ways);
  const byAddress = placesBy(lines, ({ addressKey }) => (addressKey ? [addressKey] : []));
  const bySpotless = placesBy(lines, (line) => (spotOf(line) ? [] : line.keys));
  const byName = placesBy(lines, ({ keys }) => keys);

  const mostReachM = lines.reduce((most, { reachM = 0 }) => Math.max(most, reachM), 0);

  /** Of what lies about, the first few that are wanted: ten thousand on one spot are not all asked. */
  const around = (
    spot: Spot | undefined,
    metres: number,
    isWanted: (other: ReadLine, at: number) => boolean,
  ): readonly number[] => {
    const found: number[] = [];
    for (const each of index && spot ? inBox(index, spot, metres) : []) {
      const at = standing[each] ?? -1;
      const other = lines[at];
      if (other && isWanted(other, at)) found.push(at);
      if (found.length === lookedAt) break;
    }
    return found;
  };

  const nearTo = (line: ReadLine, until: number): readonly number[] =>
    around(
      spotOf(line),
      lookedAroundM(line, mostReachM),
      (other, at) => at < until && mayBeAlike(line, other),
    );

  const knownBy = (line: ReadLine): readonly number[] => {
    const some = (places: Places, keys: Iterable<string>) =>
      [...keys].flatMap((key) => places.get(key)?.slice(0, lookedAt) ?? []);
    return [
      ...some(byWay, line.ways),
      ...some(byAddress, line.addressKey ? [line.addressKey] : []),
      ...some(spotOf(line) ? bySpotless : byName, line.keys),
    ];
  };

  /** The nearest that `line` looks like, among those before place `until`. */
  const find = (thing: TwinLine, until = lines.length): Twin | undefined => {
    const line = readLine(thing);
    const twinAt = (at: number): Twin | undefined => {
      const like = lines[at];
      if (!like || at >= until || like.id === line.id) return undefined;
      const metres = metresApart(line, like);
      const why = whyAlike(line, like, { metres, isOneFile });
      return why && { like: given[at] ?? like, why, metres };
    };
    const found = [...nearTo(line, until), ...knownBy(line)].flatMap((at) => twinAt(at) ?? []);
    return found.sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity))[0];
  };

  /** Those of its kind within reach, whose phones and web addresses are worth asking for. */
  const ofItsKindNear = ({ assetType, ...thing }: TwinLine): readonly string[] =>
    around(
      assetType ? spotOf(thing) : undefined,
      kindNearM,
      (other) => other.assetType === assetType,
    ).flatMap((at) => lines[at]?.id ?? []);

  return { find, ofItsKindNear };
}

const kindNearM = 250;

/** What stands twice in one list: by its own id, the earlier one it looks like. */
export function twinsWithin(lines: readonly TwinLine[]): ReadonlyMap<string, Twin> {
  const finder = twinFinder(lines, { isOneFile: true });
  return new Map(
    lines.flatMap((line, at): [string, Twin][] => {
      const twin = finder.find(line, at);
      return twin ? [[line.id, twin]] : [];
    }),
  );
}
