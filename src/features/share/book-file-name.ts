import { safeFileName } from '#platform/save-file.ts';

/** `Pillgwenlly 2026-11-22.patchbook` */
export const bookFileName = (registerName: string, madeAt: string): string =>
  safeFileName(`${registerName.slice(0, 60)} ${madeAt.slice(0, 10)}.patchbook`);
