/**
 * What this app can do with a hub, from 1. It goes up when an older app would do harm: by what it
 * writes, or by what it makes of what newer ones write.
 */
export const clientVersion = 1;

/** The header in which an app tells a hub its version, on all that it asks of `/api/` and `/db/`. */
export const clientHeader = 'Patchbook-Client';
