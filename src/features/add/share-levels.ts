import { kinds } from '#domain/record/kinds.ts';
import { type ShareLevel, shareRank } from '#domain/sharing/level.ts';
import { type AssetKind, recordTypeOfKind } from '#domain/taxonomy/kinds.ts';

/** Key of `shareShut` in the `kinds` catalogue. */
export type ShutReason = 'people' | 'confidential' | 'story';

/** Why a level cannot be chosen yet; undefined = it can. */
export function shutReason(
  kind: AssetKind,
  level: ShareLevel,
  secret: boolean,
): ShutReason | undefined {
  if (kind === 'people') return level === 'device' ? undefined : 'people';
  if (secret && shareRank(level) > shareRank('team')) return 'confidential';
  return kind === 'stories' && level === 'public' ? 'story' : undefined;
}

/** What the person chose, while it stays allowed; else the kind's own, or the team for a secret. */
export function shownShare(
  kind: AssetKind,
  chosen: ShareLevel | null,
  secret: boolean,
): ShareLevel {
  if (chosen && !shutReason(kind, chosen, secret)) return chosen;
  const usual = kinds[recordTypeOfKind[kind]].defaults.share;
  return shutReason(kind, usual, secret) ? 'team' : usual;
}
