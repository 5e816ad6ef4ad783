import Dexie from 'dexie';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The peer of P3: the two libraries and nothing made with them. */
const db = new Dexie('nothing');

function Nothing() {
  const [name] = useState(db.name);
  return <p>{name}</p>;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Nothing />);
