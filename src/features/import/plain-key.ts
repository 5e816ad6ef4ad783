/** The group of things whose file does not tell what they are. */
export const plainKey = 'plain';

/** Those of one word of the file that is no type of ours, as "Car parks". */
export const plainKeyOf = (said: string | undefined): string =>
  said === undefined ? plainKey : `${plainKey} ${said}`;

export const isPlainKey = (key: string): boolean =>
  key === plainKey || key.startsWith(`${plainKey} `);
