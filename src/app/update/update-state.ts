import { isReloadHeld, onHoldsChanged } from '#platform/hold-reload.ts';

/**
 * current: this is the newest version we know of.
 * waiting: a newer one is kept on this phone and waits for a yes.
 * changing: a person said yes; the newer one takes over as soon as the older is idle.
 * ready-to-reload: the newer one has taken over; this page is still the older.
 * went-back: the newer one did not start, so this is the one that worked.
 */
export type UpdatePhase = 'current' | 'waiting' | 'changing' | 'ready-to-reload' | 'went-back';

export interface UpdateState {
  readonly phase: UpdatePhase;
  /** True while a form would lose words: loading again must wait. */
  readonly held: boolean;
}

let state: UpdateState = { phase: 'current', held: false };
const listeners = new Set<() => void>();

export const readUpdate = (): UpdateState => state;

export function onUpdateChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setPhase(phase: UpdatePhase): void {
  set({ ...state, phase });
}

function set(next: UpdateState): void {
  if (next.phase === state.phase && next.held === state.held) return;
  state = next;
  for (const listener of listeners) listener();
}

onHoldsChanged(() => set({ ...state, held: isReloadHeld() }));
