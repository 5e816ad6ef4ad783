import { PbfReader } from 'pbf';
import { PackTrouble } from '../trouble.ts';

export const brokenExtract = (): PackTrouble =>
  new PackTrouble('The extract is damaged: its parts do not fit together. Download it again.');

/**
 * Hands each field of a message to `read`. The library believes every length it is told, so a
 * message whose parts end anywhere but at its own end is refused.
 */
export function readFields(
  bytes: Uint8Array,
  read: (field: number, reader: PbfReader) => void,
): void {
  const reader = new PbfReader(bytes);
  try {
    reader.readFields((field) => read(field, reader), undefined);
  } catch (error) {
    throw error instanceof PackTrouble ? error : brokenExtract();
  }
  if (reader.pos !== reader.length) throw brokenExtract();
}
