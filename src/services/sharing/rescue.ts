import { ok, type Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import { isOwnField } from '#domain/merge/comeback.ts';
import { join } from '#domain/merge/join.ts';
import { readBody } from '#domain/merge/read.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { HomeStore, WriteFailure } from '#register/home-store.ts';
import type { CircleStores } from '#register/open-register.ts';

export interface RescueParts {
  readonly register: string;
  readonly circles: CircleStores;
  /** The records of this phone alone. */
  readonly own: HomeStore;
  readonly lock?: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Taken out meanwhile: then there is nothing to be kept. */
class Gone extends Error {}

/** What lies there may be no more than somebody's own note of it: a thing is where its level is. */
const isWhere = async (home: HomeStore, ref: Ref): Promise<boolean> => {
  const body = await home.read(ref);
  return body !== undefined && 'share' in readBody(body).values;
};

const plainly = <T>(_: string, work: () => Promise<T>): Promise<T> => work();

/**
 * Joins what was said of a thing in a circle that it has left with what is said where it is now,
 * on phones that may know both. The same on all of them. Where it is nowhere here, this phone may
 * not know where it went, and nothing is kept.
 */
export const rescuing =
  ({ register, circles, own, lock = plainly }: RescueParts) =>
  async (circle: Circle, body: Body): Promise<Result<null, WriteFailure>> => {
    const ref = { type: body.type, id: body.id } as Ref;
    const narrower = circle === 'members' ? [circles.team, own] : [own];
    for (const home of narrower) {
      if (!home || !(await isWhere(home, ref))) continue;
      const written = await lock(`pb-${register}-${ref.id}`, () => into(home, ref, body));
      return written.ok || written.error.kind === 'newer' ? ok(null) : written;
    }
    return ok(null);
  };

/** What it says of the circle that the thing has left says nothing of where it is now. */
const elsewhere = (fields: Body['fields']): Body['fields'] =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== 'share' && isOwnField(name)),
  );

async function into(home: HomeStore, ref: Ref, body: Body): Promise<Result<null, WriteFailure>> {
  try {
    return await home.write(ref, (current) => {
      if (!current) throw new Gone();
      return join(current, { ...body, fields: elsewhere(body.fields) });
    });
  } catch (error) {
    if (error instanceof Gone) return ok(null);
    throw error;
  }
}
