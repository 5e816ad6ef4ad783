import { IconButton } from '#ui/icon-button.tsx';
import { Minus, Plus } from '#ui/icons.ts';
import styles from './zoom-buttons.module.css';

interface ZoomButtonsProps {
  readonly nearer: string;
  readonly further: string;
  /** 1 = one step nearer, -1 = one step further away. */
  readonly onZoom: (steps: number) => void;
}

export function ZoomButtons({ nearer, further, onZoom }: ZoomButtonsProps) {
  return (
    <div className={styles['zoom']}>
      <IconButton icon={Plus} label={nearer} onClick={() => onZoom(1)} />
      <IconButton icon={Minus} label={further} onClick={() => onZoom(-1)} />
    </div>
  );
}
