import { createPeer } from './search-peer.ts';

const peer = createPeer();

self.addEventListener('message', ({ data: { rows, text, limit } }) => {
  if (rows) peer.load(rows);
  self.postMessage(text === undefined ? null : peer.find(text, limit));
});
