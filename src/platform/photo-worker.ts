import { redrawPhoto } from './redraw-photo.ts';

interface WorkerScope {
  onmessage: ((event: MessageEvent<Blob>) => void) | null;
  postMessage(answer: unknown): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  redrawPhoto(data).then(
    (result) => scope.postMessage(result),
    () => scope.postMessage({ ok: false, error: { kind: 'photo-broken' } }),
  );
};
