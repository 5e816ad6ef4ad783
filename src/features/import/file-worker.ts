import type { Asked } from './file-line.ts';
import { fileReading } from './file-reading.ts';

interface WorkerScope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(answer: unknown): void;
}
const scope = globalThis as unknown as WorkerScope;
const reading = fileReading();

scope.onmessage = ({ data: { n, what, with: args } }) => {
  const work = reading[what] as (...args: readonly unknown[]) => Promise<unknown>;
  work(...args).then(
    (value) => scope.postMessage({ n, value }),
    () => scope.postMessage({ n, broke: true }),
  );
};
