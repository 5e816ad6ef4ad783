import { brokenExtract, readFields } from './protobuf.ts';

/** A block's writers put some thousand elements in it; a million words are an attack on memory. */
const stringsMax = 1_000_000;

export interface StringTable {
  /** Refuses a number for which the block has no word. */
  text(index: number): string;
}

const decoder = new TextDecoder();

/** Words are decoded when first asked for: few of a country's are. */
export function createStringTable(bytes: Uint8Array): StringTable {
  const places: Uint8Array[] = [];
  const known = new Map<number, string>();
  readFields(bytes, (field, reader) => {
    if (field !== 1) return;
    if (places.length >= stringsMax) throw brokenExtract();
    places.push(reader.readBytes());
  });
  return {
    text(index) {
      const before = known.get(index);
      if (before !== undefined) return before;
      const place = places[index];
      if (!place) throw brokenExtract();
      const text = decoder.decode(place);
      known.set(index, text);
      return text;
    },
  };
}
