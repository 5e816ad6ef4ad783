import type { Failure, Result } from '#base/result.ts';
import { type Camera, type CameraParts, openCamera } from '#platform/camera.ts';
import type { CodeReader } from './code-reader.ts';
import { firstCode } from './first-code.ts';
import { readPicture } from './read-picture.ts';
import { createScanState, type ScanState } from './scan-state.ts';

interface Parts {
  readonly camera: CameraParts;
  readonly reader: CodeReader;
  /** Called once for each start, with what the code says. */
  readonly onText: (text: string) => void;
}

/** One code, from the camera or from a picture. */
export function createCodeScan({ camera: parts, reader, onText }: Parts) {
  const { read, set, listen } = createScanState();
  let camera: Camera | undefined;
  /** Another number: what is still under way belongs to something that is over. */
  let turn = 0;

  const stop = (next: ScanState) => {
    turn += 1;
    camera?.stop();
    camera = undefined;
    reader.close();
    set(next);
  };
  const failed = (failure: Failure) => stop({ at: 'failed', failure });
  const finish = (found: Result<string | undefined>) => {
    if (!found.ok) return failed(found.error);
    if (found.value === undefined) return;
    stop({ at: 'closed' });
    onText(found.value);
  };

  /** Starts the camera; the phone may ask the person. */
  const start = async (): Promise<void> => {
    stop({ at: 'asking' });
    const mine = turn;
    const opened = await openCamera(parts);
    if (mine !== turn) {
      // Closed while the phone asked: nobody looks at this picture any more.
      if (opened.ok) opened.value.stop();
      return;
    }
    if (!opened.ok) return failed(opened.error);
    camera = opened.value;
    camera.onLost(() => {
      if (mine === turn) failed({ kind: 'camera-busy' });
    });
    set({ at: 'looking', light: 'none' });
  };

  const showLight = () => {
    const state = read();
    if (state.at === 'looking' && state.light === 'none' && camera?.hasLight())
      set({ ...state, light: 'off' });
  };
  const setLight = async (isOn: boolean): Promise<void> => {
    const isDone = await camera?.setLight(isOn);
    if (isDone && read().at === 'looking') set({ at: 'looking', light: isOn ? 'on' : 'off' });
  };

  /** Shows the camera in the element and looks at its pictures; the answer ends that. */
  const watch = (video: HTMLVideoElement): (() => void) => {
    const mine = turn;
    let isLeft = false;
    const isOver = () => isLeft || mine !== turn;
    const looking = { stream: camera?.stream, reader, isOver, onPicture: showLight };
    void firstCode(video, looking).then((found) => (isOver() ? undefined : finish(found)));
    return () => {
      isLeft = true;
      video.srcObject = null;
    };
  };

  /** Reads a picture instead; the camera is let go. */
  const choose = async (file: Blob): Promise<void> => {
    stop({ at: 'reading' });
    const mine = turn;
    const found = await readPicture(file, reader);
    if (mine === turn) finish(found);
  };

  /** The screen was left: lets the camera go, and says so. */
  const leave = (): void => {
    if (read().at === 'looking') stop({ at: 'away' });
  };
  /** Lets go of everything; it can be started again. */
  const close = (): void => {
    if (read().at !== 'closed') stop({ at: 'closed' });
  };
  return { read, listen, start, watch, setLight, choose, leave, close };
}
