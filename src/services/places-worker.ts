import { type PlaceTable, placeTableOf } from '#pack/place-table.ts';
import type { PlaceAsk, PlaceReply, PlaceRequest } from './places-line.ts';

const most = 6;

let table: Promise<PlaceTable | undefined> = Promise.resolve(undefined);

async function answer(ask: PlaceAsk): Promise<PlaceReply['answer']> {
  if (ask.type === 'open') {
    table = placeTableOf(ask.part);
    return { hits: [] };
  }
  const opened = await table;
  if (!opened) return { hits: [] };
  if (ask.type === 'search') return { hits: opened.search(ask.typed, ask.language, most) };
  const nearest = opened.at(ask.spot, ask.language);
  return { hits: nearest ? [nearest.hit] : [] };
}

self.addEventListener('message', ({ data }: MessageEvent<PlaceRequest>) => {
  void answer(data.ask).then(
    (told) => self.postMessage({ ticket: data.ticket, answer: told } satisfies PlaceReply),
    () => self.postMessage({ ticket: data.ticket, answer: { hits: [] } } satisfies PlaceReply),
  );
});
