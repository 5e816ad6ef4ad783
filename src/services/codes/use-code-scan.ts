import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ownCamera } from '#platform/camera.ts';
import { codeDetector } from '#platform/code-detector.ts';
import { openCodeLine } from './code-line.ts';
import { createCodeReader } from './code-reader.ts';
import { createCodeScan } from './code-scan.ts';

/**
 * A scan for a screen. `onText` is called once for each code that was read. The camera is let go
 * when the screen goes, and while it is not seen.
 */
export function useCodeScan(onText: (text: string) => void) {
  const said = useRef(onText);
  useEffect(() => {
    said.current = onText;
  });
  const [scan] = useState(() =>
    createCodeScan({
      camera: ownCamera(),
      reader: createCodeReader({ detector: codeDetector, line: openCodeLine() }),
      onText: (text) => said.current(text),
    }),
  );
  useEffect(() => {
    const leave = () => {
      if (document.hidden) scan.leave();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      scan.close();
    };
  }, [scan]);
  const state = useSyncExternalStore(scan.listen, scan.read);
  return { ...scan, state };
}
