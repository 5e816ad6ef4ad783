import { fail, ok, type Result } from '#base/result.ts';
import {
  type HandedOver,
  type OutgoingFile,
  type SaveFileFailure,
  safeFileName,
} from './save-file.ts';

/** Chromium shares kinds it knows and no others; of what is in a text it asks nothing. */
const dressings = [
  { ending: '', type: 'application/octet-stream' },
  { ending: '.txt', type: 'text/plain' },
] as const;

/** The file as this browser's share sheet takes it (Web Share API, level 2); undefined for none. */
export function shareable({ name, content }: OutgoingFile): File | undefined {
  if (!('canShare' in navigator)) return undefined;
  const files = dressings.map(
    ({ ending, type }) => new File([content], `${safeFileName(name)}${ending}`, { type }),
  );
  return files.find((file) => navigator.canShare({ files: [file] }));
}

/** Opens the share sheet. Call it from a tap. `save-cancelled`: the person closed it again. */
export async function shareFile(file: File): Promise<Result<HandedOver, SaveFileFailure>> {
  try {
    await navigator.share({ files: [file] });
    return ok('shared');
  } catch (error) {
    const isClosed = error instanceof DOMException && error.name === 'AbortError';
    return fail(isClosed ? 'save-cancelled' : 'save-failed');
  }
}
