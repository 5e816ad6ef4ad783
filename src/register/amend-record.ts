import { fail, ok, type Result } from '#base/result.ts';
import { type Body, stampsOf } from '#domain/merge/body.ts';
import { nextStamp, type Stamp } from '#domain/merge/stamp.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import {
  isNewer,
  type RecordWriteFailure,
  type RecordWriter,
  type RecordWriterParts,
  valuesOf,
} from './record-writer.ts';

/** The body as it is to be next, under this stamp; the same one where nothing changes. */
export type Amendment = (current: Body, stamp: Stamp) => Body;
export type Amended = Result<Stamp, RecordWriteFailure>;
export type Amend = (ref: Ref, home: Home, edit: Amendment) => Promise<Amended>;

/**
 * Writes one facet of a record through its merge rules rather than its values, and answers the
 * stamp it wrote under. `not-found` where there is nothing to write; the record must read as a
 * whole one afterwards.
 */
export function recordAmender(parts: RecordWriterParts, read: RecordWriter['read']): Amend {
  const { stores, writers, now, lock, register } = parts;

  const amendLocked = async (ref: Ref, home: Home, edit: Amendment): Promise<Amended> => {
    const held = await read(ref);
    if (isNewer(held)) return fail('newer');
    const [body, store, writer] = [held[home], stores[home], writers[home]];
    if (!body || !store || writer === undefined) return fail('not-found');
    const stampAfter = (current: Body) =>
      nextStamp({ now: now(), writer, last: undefined, seen: stampsOf(current) });
    const wanted = edit(body, stampAfter(body));
    if (wanted === body) return fail('not-found');
    const record = parseRecord({ ...valuesOf({ ...held, [home]: wanted }), ...ref });
    if (!record.ok) {
      return { ok: false, error: { kind: 'not-valid', issues: record.error.issues ?? [] } };
    }
    let stamp = stampAfter(body);
    // A leaf may have come since: the store hands in what it holds at this moment.
    const written = await store.write(ref, (current = body) => {
      stamp = stampAfter(current);
      return edit(current, stamp);
    });
    return written.ok ? ok(stamp) : written;
  };

  return (ref, home, edit) => lock(`pb-${register}-${ref.id}`, () => amendLocked(ref, home, edit));
}
