import Dexie from 'dexie';
import idb from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { installTrustedTypes } from '#app/trusted-types.ts';
import { openBareMap } from './bare-map.ts';

installTrustedTypes();
PouchDB.plugin(idb);

/** The floor of P4: the four libraries, opened once and with nothing made of them. */
const documents = new PouchDB('floor', { adapter: 'idb' });
const rows = new Dexie('floor-rows');
rows.version(1).stores({ things: 'id' });

function Floor() {
  const [names, setNames] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opened = Promise.all([documents.info(), rows.open()]);
    void opened.then(([{ db_name }, { name }]) => setNames(`${db_name} ${name}`));
    if (box.current)
      void openBareMap(box.current).then(() => Object.assign(globalThis, { isWhole: true }));
  }, []);
  return (
    <>
      <p>{names}</p>
      <div ref={box} style={{ width: 320, height: 320 }} />
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Floor />);
