import type { Failure, Result } from '#base/result.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import type { KeptOutWhy } from '#formats/copy.ts';
import type { TableField } from '#formats/csv-fields.ts';
import type { HeldThing } from '#formats/csv-happening.ts';
import type { RowRefusal } from '#formats/csv-row.ts';
import type { LeftOutWhy } from '#formats/geojson-things.ts';
import type { OldLetters } from '#formats/read-file-text.ts';
import type { TwinWhy } from '#search/twin-rules.ts';
import type { Arriving } from '#services/book.ts';
import type { Asked } from './arriving-of.ts';
import type { HeldRow } from './twin-lines.ts';

/** Things of a file that are taken or left together. */
export interface FileGroup {
  readonly key: string;
  /** What it is kept as; `ties` are connections and confirmations. */
  readonly type: RecordType | 'ties';
  /** Absent in a copy, and where the file does not tell. */
  readonly assetType?: string;
  /** What the file calls them, in its own words, where that is no type of ours. */
  readonly said?: string;
  readonly everyday: boolean;
  /** How many of them want a look at their type. */
  readonly checkType: number;
  readonly ids: readonly string[];
}

export interface CheckedColumn {
  /** From 0. */
  readonly place: number;
  readonly heading: string;
  /** What stands in its first rows, cut short. */
  readonly samples: readonly string[];
  readonly field: TableField | undefined;
}

/** One of the first things of a spreadsheet, as its card would begin. */
export interface ShownThing {
  readonly id: string;
  readonly name: string;
  readonly type: RecordType;
  readonly assetType: string | undefined;
  /** Its first words and its address, where it has them. */
  readonly lines: readonly string[];
  readonly hasSpot: boolean;
}

/** What a spreadsheet has besides: its columns, and what comes of its rows as they are matched. */
export interface CheckedTable {
  readonly columns: readonly CheckedColumn[];
  readonly rows: number;
  readonly things: number;
  readonly refused: number;
  readonly unread: Readonly<Partial<Record<TableField, number>>>;
  /** Cells that were too long to keep whole. */
  readonly cutCells: number;
  /** No column is a name: addresses stand for it. */
  readonly isNamedByAddress: boolean;
  readonly shown: readonly ShownThing[];
}

export type OutWhy = LeftOutWhy | KeptOutWhy | RowRefusal;

/** What a file holds, in numbers: the things themselves stay with the reader. */
export interface CheckedFile {
  readonly from: 'import-osm' | 'import-geojson' | 'import-csv' | 'import-copy';
  readonly groups: readonly FileGroup[];
  readonly leftOut: Readonly<Partial<Record<OutWhy, number>>>;
  readonly otherShapes: readonly string[];
  readonly noSpot: number;
  readonly outlinesLeftOut: number;
  readonly letters: OldLetters | undefined;
  /** Latitude seems to stand first, and has not been put right yet. */
  readonly looksSwapped: boolean;
  readonly copyOf: { readonly name: string; readonly madeAt: string } | undefined;
  readonly table: CheckedTable | undefined;
  readonly photos: number;
  /** The box around its spots, west, south, east, north; absent in a list without or a copy. */
  readonly bounds?: readonly [number, number, number, number];
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

/** A thing of the file that looks like another: of the book, or earlier in the file. */
export interface LookAlike {
  readonly id: string;
  readonly name: string;
  /** The name of the other. */
  readonly like: string;
  readonly why: TwinWhy;
  readonly isInFile: boolean;
  /** Straight-line metres; absent where one has no spot. */
  readonly metres?: number;
}

/** What a file is read against. */
export interface Around {
  readonly now: string;
  readonly registerId: string;
  /** The words by which types are known, in the language shown. */
  readonly typeWords: TypeWords;
  /** The streets and addresses of this phone's map pack, if it has one. */
  readonly places?: Blob | undefined;
  /** What stands in the book and may run something, for a spreadsheet that names it. */
  readonly held?: readonly HeldThing[] | undefined;
}

/** How refused rows are written back: the heading of the last column, and each reason in words. */
export interface RefusedWords {
  readonly heading: string;
  readonly why: Readonly<Record<RowRefusal, string>>;
}

/** The reader of one file, wherever it works. Pages keep each message small. */
export interface FileReading {
  check(file: Blob, around: Around): Promise<Result<CheckedFile, Failure>>;
  swap(): Promise<CheckedFile>;
  /** The column at `place`, from 0, holds this; undefined: it is not used. */
  match(place: number, field: TableField | undefined): Promise<CheckedFile>;
  /** The refused rows of a spreadsheet as CSV, each with why. */
  refusedRows(words: RefusedWords): Promise<string>;
  /** A page of the book's rows to look for twins among; the first lets go of earlier ones. */
  beside(rows: readonly HeldRow[], isFirst: boolean): Promise<void>;
  /** Whose phones and web addresses help to tell twins. */
  worthAsking(): Promise<readonly string[]>;
  lookAlikes(ways: Readonly<Record<string, readonly string[]>>): Promise<readonly LookAlike[]>;
  /** What the file says of things, to be set beside those that stand. */
  toCompare(asked: readonly Asked[]): Promise<readonly Arriving[]>;
  /** Answers how many things and photos the choice holds; pages are asked for after it. */
  choose(choice: Choice): Promise<{ things: number; photos: number }>;
  things(from: number, length: number): Promise<readonly Arriving[]>;
  photos(from: number, length: number): Promise<readonly CopiedPhoto[]>;
}
