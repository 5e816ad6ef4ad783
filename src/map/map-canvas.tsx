import { Component, lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Notice } from '#ui/notice.tsx';
import type { MapCanvasProps } from './canvas-props.ts';
import styles from './map.module.css';
import { canDrawMaps } from './web-gl.ts';

const MapView = lazy(async () => ({ default: (await import('./map-view.tsx')).MapView }));

interface FenceProps {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** The map may fall (a chunk that did not come, a driver that gave up); what is beside it stays. */
class MapFence extends Component<FenceProps, { readonly fell: boolean }> {
  override state = { fell: false };

  static getDerivedStateFromError() {
    return { fell: true };
  }

  override render() {
    return this.state.fell ? this.props.instead : this.props.children;
  }
}

/**
 * The register's things on the streets of a kept pack. MapLibre comes in a chunk of its own when
 * this is first shown; without WebGL a sentence stands here, and the list beside it does the same.
 */
export function MapCanvas(props: MapCanvasProps) {
  const t = useWords('map');
  const common = useWords('common');
  const [canDraw] = useState(canDrawMaps);
  if (!canDraw) return <Instead>{props.instead ?? <Notice>{t('noDrawing')}</Notice>}</Instead>;
  const fell = <Instead>{props.instead ?? <Notice tone="warn">{t('didNotCome')}</Notice>}</Instead>;
  return (
    <MapFence instead={fell}>
      <Suspense fallback={<Instead>{common('state.loading')}</Instead>}>
        <MapView {...props} />
      </Suspense>
    </MapFence>
  );
}

const Instead = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['instead']}>{children}</div>
);
