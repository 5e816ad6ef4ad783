import { type ReactNode, useRef } from 'react';
import styles from './frame.module.css';
import type { Icon } from './icons.ts';
import { Link } from './link.tsx';
import { useScrollKeys } from './use-scroll-keys.ts';
import { useToldWidth } from './use-told-width.ts';
import { useTyping } from './use-typing.ts';

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: Icon;
  readonly current: boolean;
}

interface FrameProps {
  /** Accessible name of the navigation: "Main". */
  readonly label: string;
  readonly places: readonly Place[];
  /** The floating Add button; above the bar on a phone, on top of the rail from 900 px. */
  readonly add?: ReactNode;
  /** Which side the thumb is on: `start` mirrors Add for the left hand. */
  readonly hand?: 'start' | 'end';
  readonly children: ReactNode;
}

/** Id of the main part, where SkipLink leads and the app puts the focus. */
export const mainId = 'main';

/** The screen between the five places: a bar at the bottom, a rail at the side from 900 px. */
export function Frame({ label, places, add, hand = 'end', children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  useScrollKeys(main);
  useTyping(main);
  return (
    <div className={styles['frame']} data-hand={hand}>
      <div className={styles['bar']}>
        {add && <Add>{add}</Add>}
        <nav aria-label={label}>
          <ul className={styles['places']}>
            {places.map((place) => (
              <li key={place.href}>
                <PlaceLink {...place} />
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <main ref={main} id={mainId} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
    </div>
  );
}

function Add({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useToldWidth(box);
  return (
    <div ref={box} className={styles['add']}>
      {children}
    </div>
  );
}

function PlaceLink({ href, label, icon: Picture, current }: Place) {
  return (
    <Link href={href} className={styles['place']} aria-current={current ? 'page' : undefined}>
      <Picture aria-hidden size={26} />
      <span>{label}</span>
    </Link>
  );
}
