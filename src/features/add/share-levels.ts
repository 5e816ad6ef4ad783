import { kinds } from '#domain/record/kinds.ts';
import { type ShareLevel, shareRank } from '#domain/sharing/level.ts';
import { type AssetKind, recordTypeOfKind } from '#domain/taxonomy/kinds.ts';

/** Key of `shareShut` in the `kinds` catalogue. */
export type ShutReason = 'people' | 'confidential' | 'story' | 'team';

/** Why a level cannot be chosen yet; undefined = it can. `hasTeam`: this phone is in that circle. */
export function shutReason(
  kind: AssetKind,
  level: ShareLevel,
  secret: boolean,
  hasTeam = true,
): ShutReason | undefined {
  if (kind === 'people') return level === 'device' ? undefined : 'people';
  if (level === 'team' && !hasTeam) return 'team';
  if (secret && shareRank(level) > shareRank('team')) return 'confidential';
  return kind === 'stories' && level === 'public' ? 'story' : undefined;
}

/** What the person chose, while it stays allowed; else the kind's own, or narrower for a secret. */
export function shownShare(
  kind: AssetKind,
  chosen: ShareLevel | null,
  secret: boolean,
  hasTeam = true,
): ShareLevel {
  const isOpen = (level: ShareLevel) => !shutReason(kind, level, secret, hasTeam);
  if (chosen && isOpen(chosen)) return chosen;
  const usual = kinds[recordTypeOfKind[kind]].defaults.share;
  if (isOpen(usual)) return usual;
  return isOpen('team') ? 'team' : 'device';
}
