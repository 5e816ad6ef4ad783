import Dexie, { type Table } from 'dexie';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { installTrustedTypes } from '#app/trusted-types.ts';
import type { JsonObject } from '#base/json.ts';
import { assetId, placeValues } from '../assets.ts';
import { offerJobs } from './offer-jobs.ts';

installTrustedTypes();

const db = new Dexie('floor');
db.version(1).stores({ things: 'id, name' });
const things = db.table('things') as Table<JsonObject, string>;

/** The least an app with these libraries can do: fifty rows by name, and a map without a source. */
function Floor() {
  const [rows, setRows] = useState<readonly JsonObject[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void things.orderBy('name').limit(50).toArray().then(setRows);
  }, []);
  useEffect(() => {
    if (box.current) void drawMap(box.current);
  }, []);
  return (
    <>
      <ul aria-label="Assets">
        {rows.map((row) => (
          <li key={String(row['id'])}>
            {String(row['name'])} {String(row['summary'])}
          </li>
        ))}
      </ul>
      <div ref={box} style={{ width: 320, height: 320 }} />
    </>
  );
}

async function drawMap(container: HTMLElement): Promise<void> {
  const { openBareMap } = await import('./bare-map.ts');
  await openBareMap(container);
  Object.assign(globalThis, { mapIdleAt: performance.now() });
}

const jobs = {
  fill: async ({ size }: { size: number }): Promise<number> => {
    const rows = Array.from({ length: size }, (_, index) => ({
      id: assetId(index),
      ...placeValues(index),
    }));
    await things.bulkPut(rows);
    return things.count();
  },
};

export type FloorJobs = typeof jobs;
offerJobs(jobs);

const root = document.getElementById('root');
if (root) createRoot(root).render(<Floor />);
void navigator.serviceWorker.register('/sw.js');
