import { fail, ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { SharedAs } from '#device/device-db.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { rankOf } from '#trust/roles.ts';
import { type NoticeParts, type Said, writeNotice } from '../write-notice.ts';
import type { LogKeeper } from './log-keeper.ts';
import { mineIn } from './mine.ts';
import { noticeHash } from './notices.ts';
import type { Did, SharingFailure } from './sharing.ts';

export interface ErasingParts extends NoticeParts {
  readonly sharedAs: Pick<SharedAs, 'member' | 'device'>;
  readonly circles: CircleStores;
  readonly log: Pick<LogKeeper, 'read' | 'sign'>;
  /** What is in the book only because of this thing. */
  readonly hangingOn: (id: string) => Promise<readonly Ref[]>;
  /** Does here what all signed notices say, as any other phone does. */
  readonly follow: () => Promise<Result<null, SharingFailure>>;
  /** Lets go of what this phone alone knows of a thing. */
  readonly forget: (ref: Ref) => Promise<Result<null, WriteFailure>>;
}

/** So many documents fit one notice. */
const idsAtOnce = 400;

/** Confirmations of a thing, ties to and from it, and confirmations of those. */
export async function hangingIn({ links }: CatalogueDb, id: string): Promise<readonly Ref[]> {
  const at = await links.where('to').equals(id).or('from').equals(id).toArray();
  const ties = at.filter(({ what }) => what === 'tie');
  const about = [id, ...ties.map((tie) => tie.id)];
  const confirms = await links.where('to').anyOf(about).toArray();
  return [
    ...ties.map((tie): Ref => ({ type: 'connection', id: tie.id })),
    ...confirms
      .filter(({ what }) => what === 'confirms')
      .map((one): Ref => ({ type: 'confirmation', id: one.id })),
  ];
}

const inParts = (ids: readonly string[]): readonly string[][] =>
  Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, part) =>
    ids.slice(part * idsAtOnce, (part + 1) * idsAtOnce),
  );

const asSharingFailure = ({ kind }: { readonly kind: string }): SharingFailure => ({
  kind: kind === 'disk-full' ? 'disk-full' : 'storage-lost',
});

/** In the log first: a notice that the log does not know counts nowhere. */
async function tell(
  parts: ErasingParts,
  circle: Circle,
  said: Said,
): Promise<Result<null, SharingFailure>> {
  const signed = await parts.log.sign({ kind: 'notice', notice: await noticeHash(said) });
  if (!signed.ok) return signed;
  const written = await writeNotice(parts, circle, said);
  return written.ok ? ok(null) : { ok: false, error: asSharingFailure(written.error) };
}

/**
 * In every circle, also where nothing of it lies now: an old phone may be about to move it there,
 * and what it writes then must be buried as well.
 */
async function tellAll(
  parts: ErasingParts,
  refs: readonly Ref[],
): Promise<Result<null, SharingFailure>> {
  const on = new Date(parts.now()).toISOString().slice(0, 10);
  for (const [circle, store] of heldCircles(parts.circles))
    for (const ids of inParts(await Promise.all(refs.map(store.idOf)))) {
      const told = await tell(parts, circle, { ids, on, reason: 'erased' });
      if (!told.ok) return told;
    }
  return ok(null);
}

async function isInACircle(circles: CircleStores, refs: readonly Ref[]): Promise<boolean> {
  for (const [, store] of heldCircles(circles))
    if ((await store.has(refs)).includes(true)) return true;
  return false;
}

async function forgetAll({ forget }: ErasingParts, refs: readonly Ref[]): Did {
  for (const ref of refs) {
    const done = await forget(ref);
    if (!done.ok) return { ok: false, error: asSharingFailure(done.error) };
  }
  return ok(null);
}

/**
 * Takes a thing, and what hangs on it alone, off every phone and the hub for good (decision 25).
 * What no circle holds is taken off this phone and nobody is told. `storage-lost`: something of it
 * is still here; once more is fine.
 */
export async function eraseEverywhere(ref: Ref, parts: ErasingParts): Did {
  const me = mineIn(await parts.log.read(), parts.sharedAs);
  if (!me || rankOf(me.role) === 0) return fail('not-allowed-here');
  const refs = [ref, ...(await parts.hangingOn(ref.id))];
  if (!(await isInACircle(parts.circles, refs))) return forgetAll(parts, refs);
  // One moment for all notices of one act: by it they are known to belong together.
  const at = parts.now();
  const told = await tellAll({ ...parts, now: () => at }, refs);
  if (!told.ok) return told;
  const followed = await parts.follow();
  if (!followed.ok) return followed;
  const forgotten = await forgetAll(parts, refs);
  if (!forgotten.ok) return forgotten;
  return (await isInACircle(parts.circles, refs)) ? fail('storage-lost') : ok(null);
}
