import { describe, expect, test } from 'vitest';
import { createNote } from '#platform/note.ts';

function storageOf(rows: Map<string, string>): Storage {
  const { size: length } = rows;
  return {
    ...{ length, clear: () => rows.clear(), key: () => null },
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => void rows.set(key, value),
    removeItem: (key) => void rows.delete(key),
  };
}

const refused = (): Storage => {
  throw new DOMException('no storage here', 'SecurityError');
};

describe('a note beside the databases', () => {
  test('is kept under its name, and says no word', () => {
    const rows = new Map<string, string>();
    const note = createNote(() => storageOf(rows), 'held');
    expect(note.isSet()).toBe(false);
    note.set();
    expect(note.isSet()).toBe(true);
    expect([...rows]).toEqual([['held', '1']]);
    expect(createNote(() => storageOf(rows), 'other').isSet()).toBe(false);
  });

  test('is not there where the browser refuses it, and nothing breaks', () => {
    const note = createNote(refused, 'held');
    note.set();
    expect(note.isSet()).toBe(false);
  });
});
