import { readCode } from '#formats/read-code.ts';
import type { CodeAnswer, CodeAsk } from './code-line.ts';

self.addEventListener('message', ({ data: { n, picture } }: MessageEvent<CodeAsk>) => {
  self.postMessage({ n, text: readCode(picture) } satisfies CodeAnswer);
});
