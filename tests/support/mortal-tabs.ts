import { createTab, type Tab } from '#platform/tab.ts';

/**
 * Tabs that can die while the document lives on: the browser takes from a dead tab what it held,
 * and gives it nothing more. Each is the one before, loaded again.
 */
export function mortalTabs() {
  const memory = new Map<string, string>();
  const browser = createTab(navigator.locks, {
    getItem: (name) => memory.get(name) ?? null,
    setItem: (name, value) => void memory.set(name, value),
  });
  let living = new Set<() => void>();
  const born = (): Tab => {
    const held = living;
    const hold: Tab['hold'] = async (name, waitMs) => {
      if (held !== living) return undefined;
      const letGo = await browser.hold(name, waitMs);
      if (letGo) held.add(letGo);
      return letGo;
    };
    return { ...browser, hold };
  };
  const die = (): void => {
    for (const letGo of living) letGo();
    living = new Set();
  };
  return { born, die };
}
