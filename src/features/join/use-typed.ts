import { useState } from 'react';

interface Typed {
  readonly link: string;
  readonly name: string;
}

const key = 'join-typed';

/** An invite that was opened stands behind the `#`, which no server sees. */
function atFirst(): Typed {
  const fromAddress = location.hash.length > 1 ? location.href : '';
  const kept = readKept();
  return { link: fromAddress || kept.link, name: kept.name };
}

function readKept(): Typed {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const text = (name: string): string => {
      const value = kept && typeof kept === 'object' ? Reflect.get(kept, name) : '';
      return typeof value === 'string' ? value : '';
    };
    return { link: text('link'), name: text('name') };
  } catch {
    return { link: '', name: '' };
  }
}

/** Once it is asked: what was typed is with whoever is asked, and stands nowhere else. */
export const forgetTyped = (): void => sessionStorage.removeItem(key);

/** What is typed into the question, kept for as long as the tab lives. */
export function useTyped() {
  const [typed, setTyped] = useState(atFirst);
  const type = (more: Partial<Typed>) => {
    const next = { ...typed, ...more };
    setTyped(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  return { typed, type };
}
