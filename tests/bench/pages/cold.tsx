import Dexie, { type Table } from 'dexie';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { installTrustedTypes } from '#app/trusted-types.ts';

installTrustedTypes();

interface Thing {
  readonly id: string;
  readonly name: string;
}

const db = new Dexie('cold-floor');
db.version(1).stores({ things: 'id, name' });
const things = db.table('things') as Table<Thing, string>;

/** The floor of P1: a name is typed, put into Dexie and stands in the list; beside it a bare map. */
function Floor() {
  const [rows, setRows] = useState<readonly Thing[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const show = () => void things.orderBy('name').limit(50).toArray().then(setRows);
  useEffect(show, []);
  useEffect(() => {
    const { current } = box;
    if (current) void import('./bare-map.ts').then(({ openBareMap }) => openBareMap(current));
  }, []);
  const save = async (form: HTMLFormElement) => {
    const name = String(new FormData(form).get('name'));
    await things.put({ id: crypto.randomUUID(), name });
    show();
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save(event.currentTarget);
        }}
      >
        <label>
          Name <input name="name" />
        </label>
        <button type="submit">Save</button>
      </form>
      <ul aria-label="Assets">
        {rows.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <div ref={box} style={{ width: 320, height: 320 }} />
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Floor />);
void navigator.serviceWorker.register('/sw.js?whole');
