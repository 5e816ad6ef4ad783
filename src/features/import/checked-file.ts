import type { Failure, Result } from '#base/result.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { KeptOutWhy } from '#formats/copy.ts';
import type { LeftOutWhy } from '#formats/geojson-things.ts';
import type { OldLetters } from '#formats/read-file-text.ts';
import type { MapPoint } from '#search/query.ts';
import type { Arriving } from '#services/book.ts';

/** Things of a file that are taken or left together. */
export interface FileGroup {
  readonly key: string;
  /** What it is kept as; `ties` are connections and confirmations. */
  readonly type: RecordType | 'ties';
  /** Absent in a copy, and where the file does not tell. */
  readonly assetType?: string;
  readonly everyday: boolean;
  /** How many of them want a look at their type. */
  readonly checkType: number;
  readonly ids: readonly string[];
}

/** What a file holds, in numbers: the things themselves stay with the reader. */
export interface CheckedFile {
  readonly from: 'import-osm' | 'import-geojson' | 'import-copy';
  readonly groups: readonly FileGroup[];
  readonly leftOut: Readonly<Partial<Record<LeftOutWhy | KeptOutWhy, number>>>;
  readonly otherShapes: readonly string[];
  readonly noSpot: number;
  readonly outlinesLeftOut: number;
  readonly letters: OldLetters | undefined;
  /** Latitude seems to stand first, and has not been put right yet. */
  readonly looksSwapped: boolean;
  readonly copyOf: { readonly name: string; readonly madeAt: string } | undefined;
  readonly photos: number;
}

/** What the person chose of it. */
export interface Choice {
  readonly keys: readonly string[];
  /** The type of all things whose file does not tell. */
  readonly plainType: string | undefined;
  readonly skip: readonly string[];
  /** The tag that says "check the type", in the language shown. */
  readonly checkTag: string;
}

export interface CopiedPhoto {
  readonly id: string;
  readonly blob: Blob;
}

export interface LookAlike {
  readonly id: string;
  readonly name: string;
}

/** The reader of one file, wherever it works. Pages keep each message small. */
export interface FileReading {
  check(
    file: Blob,
    about: { now: string; registerId: string },
  ): Promise<Result<CheckedFile, Failure>>;
  swap(): Promise<CheckedFile>;
  lookAlikes(points: readonly MapPoint[]): Promise<readonly LookAlike[]>;
  /** Answers how many things and photos the choice holds; pages are asked for after it. */
  choose(choice: Choice): Promise<{ things: number; photos: number }>;
  things(from: number, length: number): Promise<readonly Arriving[]>;
  photos(from: number, length: number): Promise<readonly CopiedPhoto[]>;
}
