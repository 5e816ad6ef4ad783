import { navigate } from 'wouter/use-browser-location';

/** Goes to a screen; the focus follows in the shell. */
export const go = (href: string): void => navigate(href);
