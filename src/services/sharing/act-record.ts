import type { Result } from '#base/result.ts';
import { type Body, emptyBody } from '#domain/merge/body.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { changeBody } from '#domain/merge/edit.ts';
import { nextStamp } from '#domain/merge/stamp.ts';
import { kinds } from '#domain/record/kinds.ts';
import { mergeRulesOf } from '#domain/record/merge-rules.ts';
import type { Ref } from '#domain/record/values.ts';
import { type CircleStore, circleStore } from '#register/circle-store.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import type { VerifiedAct } from '#trust/act.ts';
import { registerRecordId } from '../register-record-id.ts';

const type = 'steward-act';

/** The first half of the act's name, in the shape of a UUID. */
export const actRecordId = ({ name }: VerifiedAct): string => registerRecordId(name.slice(0, 32));

const refOf = (act: VerifiedAct): Ref => ({ type, id: actRecordId(act) });

/** Nothing in it comes from whoever writes it down: the same act is the same body on every phone. */
function bodyOf(act: VerifiedAct, register: string): Body {
  const stamp = nextStamp({
    now: Date.parse(act.at),
    writer: act.name.slice(0, 16),
    last: undefined,
    seen: [],
  });
  const values = {
    share: 'members',
    status: 'active',
    createdAt: act.at,
    createdBy: registerRecordId(register),
    source: { kind: 'self', licence: 'own' },
    signed: canonicalText(act.signed),
  };
  const empty = emptyBody(type, refOf(act).id, kinds[type].version);
  return changeBody(empty, values, mergeRulesOf(type), stamp);
}

/** The ring as it was when all could read what it seals. Before the first epoch, as it is. */
function ringFor(ring: CircleRing, under: string): CircleRing {
  const keys = ring.byKeyId.get(under);
  return keys ? { idKey: ring.idKey, byKeyId: ring.byKeyId, current: keys } : ring;
}

/** Puts an act where all members read it, sealed under a key that all of them hold (key id). */
export const writeAct = (
  members: CircleStore,
  act: VerifiedAct,
  of: { readonly register: string; readonly under: string },
): Promise<Result<null, WriteFailure>> => {
  const store = circleStore(members.db, ringFor(members.ring, of.under), members.sealer);
  return store.addMany([{ ref: refOf(act), body: bodyOf(act, of.register) }]);
};
