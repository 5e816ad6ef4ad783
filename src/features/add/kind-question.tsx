import { useRef } from 'react';
import { type AssetKind, assetKinds } from '#domain/taxonomy/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { RadioTiles } from '#ui/radio-tiles.tsx';
import styles from './add.module.css';
import { ids } from './problems.ts';

interface KindQuestionProps {
  readonly kind: AssetKind | null;
  readonly error: string | undefined;
  /** `byTouch`: a finger or mouse chose it, so the next question may take the focus. */
  readonly onChoose: (kind: AssetKind, byTouch: boolean) => void;
}

const markSize = 34;

export function KindQuestion({ kind, error, onChoose }: KindQuestionProps) {
  const t = useWords('add');
  const kinds = useWords('kinds');
  const byTouch = useRef(false);
  const touched = (is: boolean) => () => {
    byTouch.current = is;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notes whether a key or a finger chooses
    <div className={styles['kinds']} onPointerUp={touched(true)} onKeyDown={touched(false)}>
      <RadioTiles
        id={ids.kind}
        name={ids.kind}
        legend={t('kind')}
        hideLegend
        error={error}
        value={kind ?? undefined}
        onChoose={(chosen) => onChoose(chosen, byTouch.current)}
        choices={assetKinds.map((value) => ({
          value,
          label: kinds(value),
          picture: <KindMark kind={value} size={markSize} />,
        }))}
      />
    </div>
  );
}
