import type { ReactNode } from 'react';
import { type Edge, surfaceClass } from './card.tsx';
import { Link } from './link.tsx';
import styles from './surface.module.css';

interface RowProps extends Edge {
  /** A KindMark, a Thumb or an icon. */
  readonly mark: ReactNode;
  readonly title: string;
  readonly note?: ReactNode;
  /** The short fact at the far end, as "4 min", and what stands below it, as "NE". */
  readonly aside?: ReactNode;
  readonly asideNote?: ReactNode;
  /** Where the whole row leads; without it (and `onPress`) the row is plain. */
  readonly href?: string;
  readonly onPress?: () => void;
  /** Buttons of the row, below its words. */
  readonly children?: ReactNode;
}

/** One line of a list, to be put inside an `li`; its words start with the title. */
export function Row({
  mark,
  title,
  note,
  aside,
  asideNote,
  children,
  href,
  onPress,
  ...edge
}: RowProps) {
  return (
    <div className={surfaceClass(edge, styles['row'])}>
      {mark}
      <div className={styles['words']}>
        <span className={styles['title']}>
          <RowTitle title={title} href={href} onPress={onPress} />
        </span>
        {note && <span className={styles['note']}>{note}</span>}
      </div>
      {(aside ?? asideNote) && (
        <div className={styles['aside']}>
          <span className={styles['asideMain']}>{aside}</span>
          {asideNote && <span className={styles['asideNote']}>{asideNote}</span>}
        </div>
      )}
      {children && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}

interface RowTitleProps {
  readonly title: string;
  readonly href: string | undefined;
  readonly onPress: (() => void) | undefined;
}

function RowTitle({ title, href, onPress }: RowTitleProps) {
  // A name keeps its own direction without moving to the other side of the row.
  const name = <bdi>{title}</bdi>;
  if (href !== undefined) return <Link href={href}>{name}</Link>;
  if (!onPress) return name;
  return (
    <button type="button" onClick={onPress}>
      {name}
    </button>
  );
}
