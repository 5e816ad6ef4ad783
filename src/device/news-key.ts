/** Apart from what reads and writes there: the list asks at its start whether there is any. */
export const newsKey = (register: string): string => `news:${register}`;
