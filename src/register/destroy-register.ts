import { circles } from '#domain/sharing/level.ts';
import { openCircleDb } from './pouch.ts';

/** Takes the circles of a register off this phone, with all that is in them. It must be closed. */
export async function destroyRegister(id: string): Promise<void> {
  for (const circle of circles) await openCircleDb(id, circle).destroy();
}
