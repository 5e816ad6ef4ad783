import type { Json } from '#base/json.ts';
import type { Body } from './body.ts';
import { sameJson } from './canonical.ts';
import { headsOf, pastOf, standingIn } from './heads.ts';
import { own } from './keyed.ts';
import { isKind } from './registry.ts';
import { type ScalarField, type Version, versionsOf } from './scalar.ts';
import { type Stamp, stampTime, stampWriter } from './stamp.ts';

/** One of the values that people gave in the same week without sight of each other. */
export interface Rival {
  /** `null` = cleared. */
  readonly value: Json;
  readonly stamp: Stamp;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

const ASKED_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Values of one field that two or more people wrote within a week, neither having seen the other's:
 * the one that holds first. None when there is nothing to ask. Whoever writes on having had both
 * ends it, on every phone that this reaches.
 */
export function rivalsIn(body: Body, name: string): readonly Rival[] {
  const field = own(body.fields, name);
  return isKind(field, 'scalar') ? rivalsOf(field) : [];
}

function rivalsOf(field: ScalarField): readonly Rival[] {
  const versions = versionsOf(field);
  const [winner, ...losers] = versions;
  if (!winner || losers.length === 0) return [];
  const rivals = headsOf(versions).filter(
    (head) => head !== winner && isRival(winner, head, versions),
  );
  const unlike = rivals.filter(
    ({ v }, at) => !rivals.slice(0, at).some((newer) => sameJson(newer.v, v)),
  );
  return unlike.length === 0 ? [] : [winner, ...unlike].map(said);
}

function isRival(winner: Version, head: Version, versions: readonly Version[]): boolean {
  const [one, other] = [said(winner), said(head)];
  if (one.by === other.by) return false;
  if (Math.abs(one.at - other.at) > ASKED_WITHIN_MS || sameJson(one.value, other.value))
    return false;
  return !hasSeen(winner, other.value, versions) && !hasSeen(head, one.value, versions);
}

/** Whoever had the value before them and wrote another one has chosen already. */
const hasSeen = (version: Version, value: Json, versions: readonly Version[]): boolean => {
  const past = pastOf(version, versions);
  return standingIn(versions).some((each) => past.has(each) && sameJson(each.v, value));
};

/** What takes a choice back says again what was said before it, then and by whom. */
function said({ v: value, t, b, o }: Version): Rival {
  const first = o === undefined ? t : (b ?? t);
  return { value, stamp: t, at: stampTime(first), by: stampWriter(first) };
}
