/**
 * What a page and the service worker say to each other. Here because both sides need it
 * and neither may know the other.
 */
export type MessageToWorker =
  /** A first screen of this build has been drawn. Answered by `BootedAnswer`. */
  | { readonly type: 'booted'; readonly build: string }
  /** The person has agreed to change to the waiting version. */
  | { readonly type: 'update' };

export interface BootedAnswer {
  /** True when the newest version failed to start and this page is the last good one. */
  readonly wentBack: boolean;
}

export function isMessageToWorker(value: unknown): value is MessageToWorker {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'update') return true;
  return value.type === 'booted' && 'build' in value && typeof value.build === 'string';
}
