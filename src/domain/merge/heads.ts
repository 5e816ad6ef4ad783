import type { Version } from './scalar.ts';
import type { Stamp } from './stamp.ts';

/**
 * What the writer of a version had before them, as far as it is still kept: what it names, and what
 * the writers of those had in turn. Nothing that is kept is missing: whoever saw a version wrote
 * later than it, so that the older ones are dropped first.
 */
export function pastOf(version: Version, versions: readonly Version[]): ReadonlySet<Version> {
  const past = new Set<Version>();
  const walk = ({ b, s = [] }: Version): void => {
    for (const each of versions) {
      if (past.has(each) || each === version || !names(each.t, b, s)) continue;
      past.add(each);
      walk(each);
    }
  };
  walk(version);
  return past;
}

const names = (stamp: Stamp, b: Stamp | undefined, s: readonly Stamp[]): boolean =>
  stamp === b || s.includes(stamp);

/** All but the choices that were taken back: those count as never made. */
export function standingIn(versions: readonly Version[]): readonly Version[] {
  const takenBack = new Set(versions.flatMap(({ o }) => (o === undefined ? [] : [o])));
  return versions.filter(({ t }) => !takenBack.has(t));
}

/** The versions that nobody who wrote another one had seen. The winner is always one of them. */
export function headsOf(versions: readonly Version[]): readonly Version[] {
  const standing = standingIn(versions);
  const seen = new Set(standing.flatMap((version) => [...pastOf(version, versions)]));
  return standing.filter((version) => !seen.has(version));
}
