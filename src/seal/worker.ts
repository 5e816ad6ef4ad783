import { answerBatch, type BatchRequest } from './batch.ts';

self.addEventListener('message', async (event: MessageEvent<BatchRequest>) => {
  self.postMessage(await answerBatch(event.data));
});
