/** The name the check must report as unused, every time it runs. */
export const plantedName = 'neverImported';

/** Planted: no file imports it. When the check is silent about it, the check is blind. */
export const neverImported = true;
