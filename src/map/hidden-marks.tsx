import { type Ref, useEffect, useMemo } from 'react';
import { KindMark } from '#ui/kind-mark.tsx';
import { useHasTypeIcons } from '#ui/loaded-type-icons.ts';
import { lookOf, type MapPoint } from './map-point.ts';
import { type Mark, markName } from './mark-pictures.ts';

interface HiddenMarksProps {
  readonly holder: Ref<HTMLDivElement>;
  readonly points: readonly MapPoint[];
  /** The pictures of the types have come: the icons are others than before. */
  readonly onChange: (() => void) | undefined;
}

/** Each mark once, unseen: the map's pictures are drawn from what React drew. */
export function HiddenMarks({ holder, points, onChange }: HiddenMarksProps) {
  const hasTypeIcons = useHasTypeIcons();
  useEffect(() => {
    if (hasTypeIcons) onChange?.();
  }, [hasTypeIcons, onChange]);
  const marks = useMemo(
    () => new Map(points.map(lookOf).map((look) => [markName(look), look])),
    [points],
  );
  return (
    <div ref={holder} hidden>
      {[...marks].map(([name, { kind, icon }]) => (
        <span key={name} data-mark={name}>
          <KindMark kind={kind} icon={icon} />
        </span>
      ))}
    </div>
  );
}

/** Inside the mark's own drawing stands the icon. */
export const iconIn = (holder: Element | null, mark: Mark): Element =>
  holder?.querySelector(`[data-mark="${markName(mark)}"] svg svg`) ?? document.createElement('svg');
