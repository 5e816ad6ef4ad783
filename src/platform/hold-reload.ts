/** Who would lose something if the page were loaded again now. */
const holds = new Set<symbol>();
const listeners = new Set<() => void>();

/**
 * A form with words nobody has saved holds the page: no update reloads it before the release.
 * @param reason shows up in a debugger only; two holds with the same reason are two holds.
 * @returns the release; calling it twice does no harm.
 */
export function holdReload(reason: string): () => void {
  const hold = Symbol(reason);
  holds.add(hold);
  tellListeners();
  return () => {
    if (holds.delete(hold)) tellListeners();
  };
}

export const isReloadHeld = (): boolean => holds.size > 0;

export function onHoldsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}
