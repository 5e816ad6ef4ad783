import { classes } from './classes.ts';
import styles from './thumb.module.css';

interface ThumbProps {
  /** An object URL or data URL: pictures never come from elsewhere. */
  readonly src: string;
  /** Empty when the words beside it say what it shows. */
  readonly alt: string;
  readonly big?: boolean;
}

export function Thumb({ src, alt, big }: ThumbProps) {
  const className = classes(styles['thumb'], big && styles['big']);
  return <img src={src} alt={alt} className={className} decoding="async" loading="lazy" />;
}
