/** What one map element says of itself, such as `highway` → `footway`. */
export type Tags = ReadonlyMap<string, string>;

export interface Member {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

/**
 * Who wants elements of a kind has a function for it. Tags and members are made when asked for:
 * most of a country is never looked at. Degrees × 1e7.
 */
export interface Visitor {
  readonly node?: (id: number, at: readonly [lon: number, lat: number], tags: () => Tags) => void;
  readonly way?: (id: number, refs: readonly number[], tags: () => Tags) => void;
  readonly relation?: (id: number, members: () => readonly Member[], tags: () => Tags) => void;
}

/** An extract of OpenStreetMap that can be read several times. */
export interface Extract {
  /** All elements the visitor wants, in the order of the file; `told` hears how far it is, 0 to 1. */
  read(visitor: Visitor, told?: (share: number) => void): Promise<void>;
  /** Day of the data, `2026-08-22`; known after nodes were read once, if the file tells it. */
  day(): string | undefined;
  close(): Promise<void>;
}

const firstEdit = Date.UTC(2005, 0, 1);
const tooLate = Date.UTC(2100, 0, 1);

/** The day of a moment in ms, where it can be one at which the map was edited. */
export const dayOf = (ms: number): string | undefined =>
  ms > firstEdit && ms < tooLate ? new Date(ms).toISOString().slice(0, 10) : undefined;
