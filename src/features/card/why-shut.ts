import type { RecordType } from '#domain/record/values.ts';
import { type ShareLevel, shareRank } from '#domain/sharing/level.ts';

export interface Sharing {
  readonly type: RecordType;
  readonly isSecret: boolean;
  readonly value: ShareLevel;
  /** This phone is in the team's circle. */
  readonly hasTeam?: boolean;
}

/** Key of `shareShut` in the `kinds` catalogue; undefined = it can be chosen. */
export function whyShut({ type, isSecret, value, hasTeam = true }: Sharing, level: ShareLevel) {
  if (level === value) return undefined;
  if (type === 'person') return 'people';
  if (level === 'team' && !hasTeam) return 'team';
  if (isSecret && shareRank(level) > shareRank('team')) return 'confidential';
  return type === 'story' && level === 'public' ? 'story' : undefined;
}
