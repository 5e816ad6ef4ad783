import { screen } from './screen.ts';

const out = () => import('#features/register/out/out-bar.tsx');

/** On a phone that is no longer in the register: in place of what writes, and above the list. */
export const OutScreen = screen(out, 'OutScreen');
export const OutBar = screen(out, 'OutBar');
