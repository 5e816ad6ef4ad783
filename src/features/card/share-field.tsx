import type { RecordType } from '#domain/record/values.ts';
import { type ShareLevel, shareLevels, shareRank } from '#domain/sharing/level.ts';
import { useWords } from '#i18n/use-words.ts';
import { RadioRows } from '#ui/radio-rows.tsx';

interface Sharing {
  readonly type: RecordType;
  readonly isSecret: boolean;
  readonly value: ShareLevel;
}

/** Key of `shareShut` in the `kinds` catalogue; undefined = it can be chosen. */
export function whyShut({ type, isSecret, value }: Sharing, level: ShareLevel) {
  if (level === value) return undefined;
  if (type === 'person') return 'people';
  if (isSecret && shareRank(level) > shareRank('team')) return 'confidential';
  return type === 'story' && level === 'public' ? 'story' : undefined;
}

interface ShareFieldProps extends Sharing {
  readonly error: string | undefined;
  readonly onChoose: (level: ShareLevel) => void;
}

/** Always all four levels; those that must wait say for what. */
export function ShareField({ error, onChoose, ...sharing }: ShareFieldProps) {
  const common = useWords('common');
  const kinds = useWords('kinds');
  return (
    <RadioRows
      legend={common('share.question')}
      error={error}
      value={sharing.value}
      onChoose={onChoose}
      choices={shareLevels.map((level) => {
        const why = whyShut(sharing, level);
        return {
          value: level,
          label: kinds(`share.${level}.label`),
          note: kinds(`share.${level}.means`),
          shutBecause: why && kinds(`shareShut.${why}`),
        };
      })}
    />
  );
}
