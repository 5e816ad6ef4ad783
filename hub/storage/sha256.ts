import { createHash } from 'node:crypto';
import type { Bytes } from '../../src/base/bytes.ts';

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());
