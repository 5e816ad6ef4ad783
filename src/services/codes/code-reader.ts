import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { DetectCode } from '#platform/code-detector.ts';
import type { CodeLine } from './code-line.ts';

/** `codes-not-read`: this browser has no reader, and ours does not start in it. */
export type ReaderFailure = Failure<'codes-not-read'>;

export interface CodeReader {
  /** The text of a code in the picture, whose bytes are gone afterwards; undefined for none. */
  read(picture: ImageData): Promise<Result<string | undefined, ReaderFailure>>;
  close(): void;
}

interface Parts {
  /** The browser's own reader, where it has one. */
  readonly detector: () => Promise<DetectCode | undefined>;
  readonly line: CodeLine;
}

/** The browser's own reader goes first; where it has none, or it gives up, ours does the work. */
export function createCodeReader({ detector, line }: Parts): CodeReader {
  let native: Promise<DetectCode | undefined> | undefined;

  const readNatively = async (picture: ImageData) => {
    native ??= detector();
    const detect = await native;
    if (!detect) return undefined;
    try {
      return { text: await detect(picture) };
    } catch {
      native = Promise.resolve(undefined);
      return undefined;
    }
  };

  return {
    async read(picture) {
      const found = (await readNatively(picture)) ?? (await line.read(picture));
      if (found === 'no-worker') return fail('codes-not-read');
      return ok(found === 'too-long' ? undefined : found.text);
    },
    close: line.close,
  };
}
