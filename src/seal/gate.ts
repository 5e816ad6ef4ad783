import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { documentFault } from './document-fault.ts';
import type { Envelope } from './envelope.ts';

interface Rooted {
  readonly _id: string;
  readonly _rev: string;
  /** Its history, newest first: `start` is the generation of the first. */
  readonly _revisions: { readonly start: number; readonly ids: string[] };
}

/** One leaf of a document as another phone, a hub or a file hands it over, its history with it. */
export type LeafDoc = Rooted & (Readonly<Envelope> | { readonly _deleted: true });

// For the types alone: what has no fault has these fields.
const isLeafDoc = (input: unknown): input is LeafDoc => documentFault(input) === undefined;

/** The one gate before every store: whoever hands something over is hostile until it has passed. */
export const passGate = (input: unknown): Result<LeafDoc, Failure<'broken'>> =>
  isLeafDoc(input) ? ok(input) : fail('broken');
