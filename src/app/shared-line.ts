import { screen } from './screen.ts';

/** How a shared register stands to its hub; a register of this phone alone needs none of its code. */
export const SharedLine = screen<'SharedLine', { readonly label: string }>(
  () => import('#features/share/shared-line.tsx'),
  'SharedLine',
);
