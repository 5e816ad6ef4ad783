import { useServices } from './use-services.ts';

/** False on a phone that is no longer in the register: it shows no control that would fail. */
export const useMayWrite = (): boolean => useServices().share.out === undefined;
