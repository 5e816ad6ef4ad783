import { type Status, statuses } from '#domain/record/base-fields.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Book } from '#services/book.ts';

/** How it stood before it was put away; what is no longer known counts as up and running. */
export async function statusBeforeArchive(book: Book, { type, id }: Ref): Promise<Status> {
  const changes = await book.history({ type, id });
  const before = changes.find(({ field, value }) => field === 'status' && value !== 'archived');
  return statuses.find((status) => status === before?.value) ?? 'active';
}
