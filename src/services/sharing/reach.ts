import type { TabTalk } from '#sync/ask-leader.ts';
import type { Send } from '#sync/hub-line.ts';
import type { Timers } from '#sync/timers.ts';

/** What the browser lends to whoever talks to a hub. */
export interface Reach {
  /** The one door for requests, open to this hub alone. */
  send(hub: string): Send;
  readonly timers: Timers;
  /** Waits to be the one tab that syncs; the answer steps down. */
  lead(name: string, onLead: (signal: AbortSignal) => void): () => void;
  /** With the other tabs, under this name; `close` ends it. */
  tabs(name: string): TabTalk & { close(): void };
  isOnline(): boolean;
  isOnScreen(): boolean;
  /** Called when either may have changed. */
  onMove(listener: () => void): () => void;
  /** Looks now whether a newer app is there: the hub wants one. */
  lookForNewer(): void;
}
