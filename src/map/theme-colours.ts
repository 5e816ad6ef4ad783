import { kindShapes, type MarkKind, markKinds } from '#ui/kind-shapes.ts';

/** The tokens the map draws with, as the page has them now. */
export interface ThemeColours {
  readonly ink: string;
  readonly softInk: string;
  readonly paper: string;
  readonly card: string;
  readonly line: string;
  readonly brand: string;
  readonly onBrand: string;
  readonly onKind: string;
  readonly kinds: Readonly<Record<MarkKind, string>>;
}

export function readThemeColours(root: Element = document.documentElement): ThemeColours {
  const styles = getComputedStyle(root);
  const token = (name: string) => styles.getPropertyValue(name).trim() || '#000';
  const kinds = Object.fromEntries(
    markKinds.map((kind) => [kind, token(kindShapes[kind].colour)]),
  ) as Record<MarkKind, string>;
  return {
    ink: token('--ink'),
    softInk: token('--soft-ink'),
    paper: token('--paper'),
    card: token('--card'),
    line: token('--line'),
    brand: token('--brand'),
    onBrand: token('--on-brand'),
    onKind: token('--on-kind'),
    kinds,
  };
}
