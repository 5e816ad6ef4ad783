import type { Json, JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { bornAs, relations } from '#domain/connection/connection.ts';
import { keptSecret } from '#domain/place/confidential.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import { type Home, narrower } from '#domain/sharing/level.ts';
import { dueAfter } from '#domain/stewardship/confirmed.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import type { Book, Done, SaveFailure, Saving } from './book.ts';
import { toldInWords } from './told-in-words.ts';

export interface CommandParts {
  readonly writer: RecordWriter;
  readonly memberId: string;
  readonly now: () => number;
  readonly newId: () => string;
  /** Brings the catalogue up to what was just written. */
  readonly caughtUp: (homes?: readonly Home[]) => Promise<void>;
}

type Commands = Pick<
  Book,
  'add' | 'change' | 'confirm' | 'archive' | 'remove' | 'connect' | 'putBack'
>;

/** What the book itself fills in for a new thing. */
export function withBirth(
  type: RecordType,
  values: JsonObject,
  { memberId, now }: Pick<CommandParts, 'memberId' | 'now'>,
): JsonObject {
  const kind = kindOf(type);
  const createdAt = new Date(now()).toISOString();
  const due = dueAfter(createdAt.slice(0, 10), kind?.reviewDays);
  return keptSecret({
    share: kind?.defaults.share ?? 'device',
    status: 'active',
    createdAt,
    createdBy: memberId,
    source: { kind: 'observation', licence: 'own' },
    ...(due ? { reviewDueOn: due } : {}),
    ...values,
  });
}

const without = (values: JsonObject, gone: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !gone.includes(field)));

/** Sets the named fields; null clears one. */
export function withChanges(current: JsonObject, changes: JsonObject): JsonObject {
  const cleared = Object.keys(changes).filter((field) => changes[field] === null);
  return without({ ...current, ...changes }, cleared);
}

/** What the named fields were before, in the form that sets them back. */
const valuesBefore = (before: JsonObject, changes: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.keys(changes).map((field): [string, Json] => [field, before[field] ?? null]),
  );

export function bookCommands(parts: CommandParts): Commands {
  const { writer, memberId, now, newId, caughtUp } = parts;

  const change = (ref: Ref, changes: JsonObject): Saving =>
    toldInWords(() => changeNow(ref, changes));

  const changeNow = async (ref: Ref, changes: JsonObject): Saving => {
    const written = await writer.write(ref, (current) =>
      current ? ok(withChanges(current, changes)) : fail('not-found'),
    );
    if (!written.ok) return written;
    await caughtUp(written.value.homes);
    const back = valuesBefore(written.value.before ?? {}, changes);
    return ok({ id: ref.id, undo: async () => asUndo(await change(ref, back)) });
  };

  const add: Commands['add'] = (type, values, id) => toldInWords(() => addNow(type, values, id));

  const addNow: Commands['add'] = async (type, values, id) => {
    const ref: Ref = { type, id: id ?? newId() };
    const born = withBirth(type, values, { memberId, now });
    const written = id ? await writer.write(ref, () => ok(born)) : await writer.create(ref, born);
    if (!written.ok) return written;
    await caughtUp(written.value.homes);
    return ok({ id: ref.id, undo: async () => asUndo(await change(ref, { deleted: true })) });
  };

  const shareOf = async (ref: Ref) => {
    const bodies = await writer.read(ref);
    const share = writer.valuesOf(bodies)['share'];
    return typeof share === 'string' ? (share as Parameters<typeof narrower>[0]) : 'device';
  };

  return {
    add,
    change,
    confirm: (ref) =>
      toldInWords(async () =>
        addNow('confirmation', {
          share: await shareOf(ref),
          about: { ...ref },
          at: new Date(now()).toISOString(),
          by: memberId,
        }),
      ),
    archive: (ref) => change(ref, { status: 'archived' }),
    remove: (ref) => change(ref, { deleted: true }),
    connect: async (from, to, rel) => {
      const widest = narrower(await shareOf(from), await shareOf(to));
      const ends =
        relations[rel].directed || from.id < to.id ? { from, to } : { from: to, to: from };
      return add('connection', {
        ...bornAs(rel, widest),
        rel,
        from: { ...ends.from },
        to: { ...ends.to },
      });
    },
    putBack: async (ref, field, value) => {
      const held = writer.valuesOf(await writer.read(ref))[field];
      const isSet = kindOf(ref.type)?.fields[field]?.merge === 'set';
      const wanted = isSet
        ? [...(Array.isArray(held) ? held : []), value as Json]
        : (value as Json);
      return change(ref, { [field]: wanted });
    },
  };
}

const asUndo = (done: Result<Done, SaveFailure>): Result<null, SaveFailure> =>
  done.ok ? ok(null) : done;
