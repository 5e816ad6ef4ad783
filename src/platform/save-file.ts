import { type Failure, fail, ok, type Result } from '#base/result.ts';

export interface OutgoingFile {
  readonly name: string;
  readonly content: Blob;
}

/** `saved` = the browser took it as a download; whether the person kept it is not told. */
export type HandedOver = 'saved' | 'shared';
export type SaveFileFailure = Failure<'save-cancelled' | 'save-failed'>;

const downloadKeptMs = 60_000;

/** Gives a file to the person as a download. Call it from a tap. */
export function saveFile({ name, content }: OutgoingFile): Result<HandedOver, SaveFileFailure> {
  try {
    const address = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = address;
    link.download = safeFileName(name);
    link.click();
    // Safari reads the blob after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), downloadKeptMs);
    return ok('saved');
  } catch {
    return fail('save-failed');
  }
}

export const jsonFile = (name: string, value: unknown): OutgoingFile => ({
  name,
  content: new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }),
});

/** No path, no control or direction marks, none of what Windows forbids; never empty. */
export function safeFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
    .slice(0, 100);
  return safe === '' ? 'patchbook' : safe;
}
