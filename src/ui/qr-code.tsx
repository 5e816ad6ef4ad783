import type { CSSProperties } from 'react';
import { codePath } from './code-path.ts';
import styles from './qr-code.module.css';

interface QrCodeProps {
  /** Rows of modules, `true` is dark, with the light edge round them. */
  readonly modules: readonly (readonly boolean[])[];
  /** What it is, for those who do not see it: "Invite to Pillgwenlly as a code". */
  readonly name: string;
}

/** Black on white in every theme: readers want it so, and some know no other. */
export function QrCode({ modules, name }: QrCodeProps) {
  const side = modules.length;
  const size = { '--modules': side } as CSSProperties;
  return (
    <svg
      role="img"
      aria-label={name}
      className={styles['code']}
      style={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={codePath(modules)} fill="#000" />
    </svg>
  );
}
