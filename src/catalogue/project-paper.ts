import type { AnyRecord } from '#domain/record/record.ts';
import { type Paper, type PaperRow, paperTypes } from './catalogue-db.ts';

const isPaper = (record: AnyRecord): record is Paper =>
  paperTypes.some((type) => type === record.type);

/** The row of a record that keeps the register in order; nothing for one that tells of a place. */
export const projectPaper = (record: AnyRecord): PaperRow | undefined =>
  isPaper(record) ? { id: record.id, type: record.type, paper: record } : undefined;
