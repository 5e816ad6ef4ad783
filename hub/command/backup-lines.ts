import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { isBase64 } from '../../src/base/bytes.ts';
import { circles } from '../../src/domain/sharing/level.ts';
import { documentFault } from '../../src/seal/document-fault.ts';
import { bodySizes } from '../limits.ts';
import { farewellSchema } from '../registers/farewell.ts';
import { idSchema, registerSchema } from '../registers/register.ts';
import { ringSchema } from '../registers/ring.ts';
import type { Arrived } from '../storage/hub-storage.ts';

/** In base64. */
const largestPhoto = 4 * Math.ceil(bodySizes.photo / 3);

/**
 * A backup is lines of JSON: a head, then one line for each leaf of each document, for the ring,
 * each farewell, and each photo, sealed as they came, or removed one; then the number of those lines, so that one
 * that was cut off is known.
 */
const lineSchema = v.union([
  v.strictObject({
    patchbook: v.literal('hub-backup'),
    v: v.literal(1),
    id: idSchema,
    register: registerSchema,
  }),
  v.strictObject({
    circle: v.picklist(circles),
    document: v.custom<Arrived>((document) => documentFault(document) === undefined),
  }),
  v.strictObject({ ring: ringSchema }),
  v.strictObject({ ended: idSchema, farewell: farewellSchema }),
  v.strictObject({
    photo: idSchema,
    sealed: v.pipe(v.string(), v.maxLength(largestPhoto), v.check(isBase64)),
  }),
  v.strictObject({ removed: idSchema }),
  v.strictObject({ end: v.number() }),
]);
export type BackupLine = Readonly<v.InferOutput<typeof lineSchema>>;

export const writtenLine = (line: BackupLine): string => `${JSON.stringify(line)}\n`;

/** Throws at the first line that is not of a backup. */
export async function* readBackup(path: string): AsyncGenerator<BackupLine> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path) })) {
    number += 1;
    const line = v.safeParse(lineSchema, jsonIn(text), { abortEarly: true });
    if (!line.success) throw new Error(`Line ${number} of ${path} is not of a backup.`);
    yield line.output;
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
