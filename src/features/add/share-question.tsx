import { type ShareLevel, shareLevels } from '#domain/sharing/level.ts';
import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { FieldHint } from '#ui/field.tsx';
import { RadioTiles } from '#ui/radio-tiles.tsx';
import styles from './add.module.css';
import { ids } from './problems.ts';
import { type ShutReason, shutReason } from './share-levels.ts';

interface ShareQuestionProps {
  readonly kind: AssetKind;
  readonly secret: boolean;
  readonly value: ShareLevel;
  readonly error: string | undefined;
  readonly onChoose: (level: ShareLevel) => void;
}

/** Always all four levels; those that must wait say for what. */
export function ShareQuestion({ kind, secret, value, error, onChoose }: ShareQuestionProps) {
  const t = useWords('add');
  const kinds = useWords('kinds');
  const common = useWords('common');
  const { circles } = useServices();
  const reasons = shareLevels.map((level) =>
    shutReason(kind, level, secret, circles.includes('team')),
  );
  const why = reasons.find((reason) => reason !== undefined);
  const whyWords = (reason: ShutReason) =>
    reason === 'people' ? kinds('peopleStay') : kinds(`shareShut.${reason}`);
  return (
    <div className={styles['share']}>
      <RadioTiles
        id={ids.share}
        name={ids.share}
        columns={2}
        legend={common('share.question')}
        error={error}
        hint={why && whyWords(why)}
        value={value}
        onChoose={onChoose}
        choices={shareLevels.map((level, index) => {
          const reason = reasons[index];
          const label = kinds(`share.${level}.label`);
          return reason
            ? { value: level, label, shutBecause: t(`share.later.${reason}`) }
            : { value: level, label };
        })}
      />
      <FieldHint id={`${ids.share}-means`}>{kinds(`share.${value}.means`)}</FieldHint>
    </div>
  );
}
