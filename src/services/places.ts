import type { PackRow } from '#device/device-db.ts';
import type { PlaceHit } from '#pack/place-hit.ts';
import type { Point } from '#search/query.ts';
import { partOf } from './pack-choice.ts';
import { openPlacesLine, type PlacesLine, type PlaceWorker } from './places-line.ts';

/** Streets, houses and postcodes of the open register's pack, found without a signal. */
export interface Places {
  /** Best first, at most a handful; none where no pack knows streets. */
  search(typed: string, language: string): Promise<readonly PlaceHit[]>;
  /** The pack's part that holds them, for a reader of its own. */
  part(): Promise<Blob | undefined>;
  /** The address within 60 metres. */
  nearest(spot: Point, language: string): Promise<PlaceHit | undefined>;
}

interface Parts {
  readonly spawn: () => PlaceWorker;
  readonly choose: () => Promise<PackRow | undefined>;
}

/** Begun by the first question; another pack, another worker. */
export function createPlaces({ spawn, choose }: Parts): Places & { close(): void } {
  let open: { readonly id: string; readonly line: PlacesLine } | undefined;
  let isClosed = false;

  const line = async (): Promise<PlacesLine | undefined> => {
    const pack = await choose();
    // Closed while the packs were looked through: a worker begun now would never end.
    if (isClosed) return undefined;
    const part = pack && partOf(pack, 'places');
    if (pack && open?.id === pack.id) return open.line;
    open?.line.close();
    open = undefined;
    if (!pack || !part) return undefined;
    open = { id: pack.id, line: openPlacesLine(spawn) };
    void open.line.ask({ type: 'open', part });
    return open.line;
  };

  return {
    search: async (typed, language) =>
      (await line())?.ask({ type: 'search', typed, language }) ?? [],
    part: async () => {
      const pack = await choose();
      return pack && partOf(pack, 'places');
    },
    nearest: async (spot, language) =>
      (await (await line())?.ask({ type: 'nearest', spot, language }))?.[0],
    close: () => {
      isClosed = true;
      open?.line.close();
    },
  };
}
