import * as v from 'valibot';
import { utf8Text } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';
import { type Chunks, nextChunk } from './read-body.ts';
import type { Timers } from './timers.ts';

const moveSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ circle: v.picklist(circles), seq: v.pipe(v.number(), v.safeInteger()) }),
);

export interface Listening {
  readonly line: HubLine;
  readonly register: string;
  readonly timers: Timers;
  readonly signal: AbortSignal;
  /** It hears from now on: what moved before has to be asked for. */
  readonly onOpen: () => void;
  readonly onMove: (circle: Circle) => void;
}

/** Characters; a line has about fifty. */
const longestLine = 1_000;

/**
 * Hears which circles move, line by line, until the line ends: then how it ended. An empty line is
 * a sign of life. `ok`: the hub ended it in good order, as when it stops.
 */
export async function listenForMoves(listening: Listening): Promise<Result<null, HubFailure>> {
  const { line, register, signal } = listening;
  const answer = await line.open(`/api/registers/${register}/moved`, signal);
  if (!answer.ok) return answer;
  const chunks = answer.value.body?.getReader();
  if (!chunks) return fail('no-answer');
  const stop = () => void chunks.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  try {
    return await hear(chunks, listening);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function hear(chunks: Chunks, listening: Listening): Promise<Result<null, HubFailure>> {
  let rest = '';
  let isOpen = false;
  for (;;) {
    const chunk = await nextChunk(chunks, listening.timers);
    if (!chunk) return fail('no-answer');
    if (chunk.done) return ok(null);
    // Lines are plain ASCII, so that no chunk ends within a letter.
    const lines = `${rest}${utf8Text(chunk.value) ?? '?'}`.split('\n');
    rest = lines.pop() ?? '';
    if (!isOpen && lines.length > 0) listening.onOpen();
    isOpen ||= lines.length > 0;
    if (rest.length > longestLine || !lines.every((one) => tell(one, listening)))
      return fail('not-a-hub');
  }
}

/** False for a line that no hub says. */
function tell(line: string, { onMove }: Listening): boolean {
  if (line === '') return true;
  const read = v.safeParse(moveSchema, line.slice(0, longestLine));
  if (read.success) onMove(read.output.circle);
  return read.success;
}
