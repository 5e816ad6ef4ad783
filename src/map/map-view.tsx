import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import { Attribution } from './attribution.tsx';
import type { MapView as View } from './camera.ts';
import type { MapCanvasProps } from './canvas-props.ts';
import { HiddenMarks, iconIn } from './hidden-marks.tsx';
import styles from './map.module.css';
import './map-library.css';
import { limitsOf } from './limits.ts';
import type { MapArea } from './map-area.ts';
import { createMapEngine, type MapEngine } from './map-engine.ts';
import { ScaleBar } from './scale-bar.tsx';
import { readThemeColours } from './theme-colours.ts';
import { useLatest } from './use-latest.ts';
import { useShownTheme } from './use-shown-theme.ts';

/** Makes the map once its frame stands; taken down and made again it loses nothing it was told. */
function useMapEngine(props: MapCanvasProps, onView: (view: View) => void) {
  const frame = useRef<HTMLDivElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [engine, setEngine] = useState<MapEngine>();
  const theme = useShownTheme();
  const language = useLocale().base.slice(0, 2);
  const canvasWords = useWords('map')('canvas');
  const latest = useLatest({ props, onView, theme, language, canvasWords });
  useEffect(() => {
    if (!frame.current) return undefined;
    const { aim } = latest.current.props;
    const made = createMapEngine({
      container: frame.current,
      icons: (mark) => iconIn(marks.current, mark),
      look: {
        theme: latest.current.theme,
        colours: readThemeColours(),
        language: latest.current.language,
      },
      aim,
      canvasWords: latest.current.props.placing ? undefined : latest.current.canvasWords,
      events: {
        onSelect: (id) => latest.current.props.onSelect?.(id),
        onTap: (spot) => {
          latest.current.props.onTap?.(spot);
          return latest.current.props.placing ?? false;
        },
        onMove: (view) => latest.current.onView(view),
      },
    });
    setEngine(made);
    return () => {
      setEngine(undefined);
      made.end();
    };
  }, [latest]);
  useEffect(() => {
    engine?.setLook({ theme, colours: readThemeColours(), language });
  }, [engine, theme, language]);
  return { frame, marks, engine };
}

const none: readonly MapArea[] = [];

function useShown(engine: MapEngine | undefined, props: MapCanvasProps): void {
  const { pack, points, areas = none, selectedId, you, aim, placing } = props;
  useEffect(() => engine?.open(aim), [engine, aim]);
  useEffect(() => engine?.setPack(pack), [engine, pack]);
  useEffect(() => engine?.setPoints(points), [engine, points]);
  useEffect(() => engine?.setAreas(areas), [engine, areas]);
  useEffect(
    () => engine?.choose(points.find(({ id }) => id === selectedId)),
    [engine, points, selectedId],
  );
  useEffect(() => engine?.setYou(you), [engine, you]);
  useEffect(
    () =>
      engine?.setLimits(placing ? undefined : limitsOf(pack, you ? [...points, you] : points, aim)),
    [engine, pack, points, you, aim, placing],
  );
}

/** The map itself. Only `MapCanvas` imports it, and only when a map is to be seen. */
export function MapView(props: MapCanvasProps) {
  const { controls, pack, points, placing = false, onMove } = props;
  const [view, setView] = useState<View>();
  const { frame, marks, engine } = useMapEngine(props, (next) => {
    setView(next);
    onMove?.(next);
  });
  useShown(engine, props);
  useImperativeHandle(
    controls,
    () => ({
      zoomBy: (steps) => engine?.zoomBy(steps),
      lookAt: (...asked) => engine?.lookAt(...asked),
    }),
    [engine],
  );
  return (
    <div className={styles['map']}>
      <HiddenMarks holder={marks} points={points} onChange={engine?.iconsCame} />
      <div ref={frame} className={styles['frame']} dir="ltr" />
      {placing && <span aria-hidden="true" className={styles['cross']} />}
      <div className={styles['foot']}>
        {pack && <Attribution words={pack.attribution} />}
        {view && <ScaleBar view={view} />}
      </div>
    </div>
  );
}
