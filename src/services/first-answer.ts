import { isJsonObject, type Json } from '#base/json.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { Finder } from '#search/finder.ts';
import type { FindQuery, Found } from '#search/query.ts';
import { once, whenQuiet } from './lazy-book.ts';
import type { Services } from './services.ts';

/** What a question asks for, whenever it is asked. */
const sense = ({ at: _, ...asked }: FindQuery): string => JSON.stringify(asked);

const isFound = (value: unknown): value is Found =>
  isJsonObject(value) &&
  Array.isArray(value['ids']) &&
  Array.isArray(value['away']) &&
  Number.isFinite(value['total']);

/**
 * The last answer to a question without words, on disk. Only ids, numbers and distances: the rows
 * are read afresh. A full phone does without.
 */
export function firstAnswer(device: DeviceDb, register: string) {
  const key = `first-answer-${register}`;
  let last = '';
  return {
    kept: async (asked: FindQuery): Promise<Found | undefined> => {
      const row = await guarded(() => device.preferences.get(key));
      const value = row.ok ? row.value?.value : undefined;
      const isSame = isJsonObject(value) && value['asked'] === sense(asked);
      return isSame && isFound(value['found']) ? value['found'] : undefined;
    },
    keep: async (asked: FindQuery, found: Found): Promise<void> => {
      const value = { asked: sense(asked), found: found as unknown as Json };
      const now = JSON.stringify(value);
      if (asked.text || now === last) return;
      last = now;
      await guarded(() => device.preferences.put({ key, value }));
    },
  };
}

type Answers = ReturnType<typeof firstAnswer>;

/** Time for the kept answer's rows to be read and drawn before the disk is busy with all others. */
const drawnMs = 300;

/**
 * The finder for screens. `load` reads all rows: it is begun by the first question that needs them.
 * The list's usual question is meanwhile answered as it was last time, so that a start need not
 * wait; whoever listens asks again once all are loaded.
 */
export function finderFor(
  finder: Finder,
  load: () => Promise<void>,
  { kept, keep }: Answers,
): Services['finder'] {
  let isLoaded = false;
  const waiting = new Set<() => void>();
  const loaded = once(async () => {
    await load();
    isLoaded = true;
    for (const listener of waiting) listener();
    waiting.clear();
  });
  // A register closed meanwhile has nothing more to say; any other failure reaches who asks next.
  const loadSoon = once(async () => whenQuiet(() => void loaded().catch(() => {}), drawnMs));
  return {
    find: async (query) => {
      const early = isLoaded ? undefined : await kept(query);
      if (early && !isLoaded) {
        void loadSoon();
        return early;
      }
      await loaded();
      const found = await finder.find(query);
      void keep(query, found);
      return found;
    },
    mapPoints: (query) => loaded().then(() => finder.mapPoints(query)),
    away: (from, to) => loaded().then(() => finder.away(from, to)),
    onChange: (listener) => {
      if (!isLoaded) waiting.add(listener);
      const deaf = finder.onChange(listener);
      return () => {
        waiting.delete(listener);
        deaf();
      };
    },
  };
}
