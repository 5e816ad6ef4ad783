import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { HiddenMarks, iconIn } from '#map/hidden-marks.tsx';
import { someThings } from './map-material.ts';

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

test('each mark stands once with the picture of its type, and says when the pictures came', async () => {
  const points = someThings(4).map((thing, n) => ({
    ...thing,
    kind: 'places',
    assetType: n < 3 ? 'place.bench' : 'place.moon',
  }));
  const came = vi.fn();
  const holder: { current: HTMLDivElement | null } = { current: null };
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(<HiddenMarks holder={holder} points={points} onChange={came} />);
  await expect.poll(() => came.mock.calls.length).toBeGreaterThan(0);
  const iconClass = (icon: string | undefined) =>
    iconIn(holder.current, { kind: 'places', icon }).getAttribute('class');
  expect(iconClass('Armchair')).toContain('lucide-armchair');
  expect(iconClass(undefined)).toContain('lucide-trees');
  expect(holder.current?.children).toHaveLength(2);
});
