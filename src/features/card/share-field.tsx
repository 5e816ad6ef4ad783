import { type ShareLevel, shareLevels } from '#domain/sharing/level.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { RadioRows } from '#ui/radio-rows.tsx';
import { type Sharing, whyShut } from './why-shut.ts';

interface ShareFieldProps extends Sharing {
  readonly error: string | undefined;
  readonly onChoose: (level: ShareLevel) => void;
}

/** Always all four levels; those that must wait say for what. */
export function ShareField({ error, onChoose, ...sharing }: ShareFieldProps) {
  const common = useWords('common');
  const kinds = useWords('kinds');
  const { circles } = useServices();
  return (
    <RadioRows
      legend={common('share.question')}
      error={error}
      value={sharing.value}
      onChoose={onChoose}
      choices={shareLevels.map((level) => {
        const why = whyShut({ ...sharing, hasTeam: circles.includes('team') }, level);
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
