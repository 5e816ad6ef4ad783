/** The group of things whose file does not tell what they are. */
export const plainKey = 'plain';
