export type NewId = () => string;

/** A random UUID, lower case (version 4). */
export const newId: NewId = () => crypto.randomUUID();
