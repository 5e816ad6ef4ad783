import type { CSSProperties } from 'react';
import { Handshake, type Icon, Landmark, MessageCircle, Smile, Trees, Users } from './icons.ts';
import styles from './kind-mark.module.css';
import { kindShapes, type MarkKind, markBox } from './kind-shapes.ts';
import { useTypeIcon } from './loaded-type-icons.ts';

/** What stands in the shape when the type has no picture of its own, or is not known yet. */
export const kindIcons: Readonly<Record<MarkKind, Icon>> = {
  people: Smile,
  groups: Users,
  organisations: Landmark,
  places: Trees,
  exchange: Handshake,
  stories: MessageCircle,
};

interface KindMarkProps {
  readonly kind: MarkKind;
  /** Name of the type's picture in the taxonomy. */
  readonly icon?: string | undefined;
  /** Side in px. */
  readonly size?: number;
}

/** Colour, shape and picture of a kind. Decoration: the words beside it say the same. */
export function KindMark({ kind, icon, size = 44 }: KindMarkProps) {
  const Picture = useTypeIcon(icon) ?? kindIcons[kind];
  const { path, centre, picture, colour } = kindShapes[kind];
  const fill: CSSProperties = { fill: `var(${colour})` };
  return (
    <svg
      className={styles['mark']}
      width={size}
      height={size}
      viewBox={`0 0 ${markBox} ${markBox}`}
      aria-hidden="true"
      data-kind={kind}
    >
      <path className={styles['shape']} d={path} style={fill} />
      <Picture
        className={styles['picture']}
        x={centre[0] - picture / 2}
        y={centre[1] - picture / 2}
        size={picture}
      />
    </svg>
  );
}
