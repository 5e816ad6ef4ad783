import type { Failure } from '#base/result.ts';

/** A chosen file as far as it is known before a byte of it is read; a bare blob has no name. */
export interface FileNamed {
  readonly size: number;
  readonly name?: string;
  readonly type?: string;
}

export const fileBytesMost = 30_000_000;
export const tableBytesMost = 5_000_000;

const nameEnds = ({ name = '' }: FileNamed, ends: RegExp): boolean => ends.test(name.trim());

/** By its name, else by what the system calls it. */
export const isTable = (file: FileNamed): boolean =>
  nameEnds(file, /\.(?:csv|tsv|tab|txt)$/i) ||
  (!nameEnds(file, /\.\w+$/) &&
    /^text\/(?:csv|comma-separated-values|tab-separated-values)/.test(file.type ?? ''));

/** Told by its size alone. */
export function tooBigFor(file: FileNamed): Failure<'file-too-big' | 'table-too-big'> | undefined {
  const megabytes = Math.ceil(file.size / 1_000_000);
  if (isTable(file) && file.size > tableBytesMost) {
    return { kind: 'table-too-big', detail: { megabytes, most: tableBytesMost / 1_000_000 } };
  }
  return file.size > fileBytesMost ? { kind: 'file-too-big', detail: { megabytes } } : undefined;
}

/** A spreadsheet program's own file: an archive nobody reads but the program. */
export const isNoText = (file: FileNamed): Failure<'file-spreadsheet'> | undefined =>
  nameEnds(file, /\.(?:xlsx?|xlsm|xlsb|ods|numbers)$/i) ? { kind: 'file-spreadsheet' } : undefined;
