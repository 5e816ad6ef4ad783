import { type Bytes, concatBytes, fromBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { TooOld } from '#seal/device-signature.ts';
import type { ActOf } from './act-kinds.ts';
import { openWith, type Purpose, sealTo } from './box.ts';
import { type Hoard, hoardBytes, hoardFromBytes } from './past.ts';
import { keysFromWords, type SheetKeys, saltLength } from './recovery-sheet.ts';

export type Ring = Readonly<Partial<Record<Circle, Hoard>>>;

const ringPurpose = (register: string): Purpose => ({ name: 'recovery', context: [register] });
const circleOrder = ['members', 'team'] as const;

/**
 * What the hub keeps in clear sight and every book holds: the salt, then all keys sealed to the
 * sheet. It need not be made anew with each epoch: from the keys in it the log can be read, and
 * every later epoch has a wrap for the sheet.
 */
export async function sealRing(
  register: string,
  { device, salt }: Pick<ActOf<'recovery'>, 'device' | 'salt'>,
  ring: Ring,
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  const hoards = circleOrder.map((circle) => {
    const hoard = ring[circle];
    return hoard ? hoardBytes(hoard) : new Uint8Array();
  });
  const sizes = new Uint8Array(8);
  for (const [at, bytes] of hoards.entries())
    new DataView(sizes.buffer).setUint32(at * 4, bytes.length);
  const sealed = await sealTo(device.box, concatBytes([sizes, ...hoards]), ringPurpose(register));
  if (!sealed.ok) return sealed;
  return ok(concatBytes([fromBase64(salt) ?? new Uint8Array(saltLength), sealed.value]));
}

/**
 * A door: what `sealRing` made, and the words of its sheet.
 * `wrong-words`: words of the list, but not those of this sheet or register. `broken`: no ring.
 */
export async function openRing(
  register: string,
  sealed: Bytes,
  sixWords: readonly string[],
): Promise<
  Result<
    { readonly sheet: SheetKeys; readonly ring: Ring },
    Failure<'wrong-words' | 'broken'> | TooOld
  >
> {
  const sheet = await keysFromWords(sixWords, sealed.slice(0, saltLength));
  if (!sheet.ok) return sheet;
  const opened = await openWith(sheet.value.box, sealed.slice(saltLength), ringPurpose(register));
  if (!opened.ok) return opened.error.kind === 'broken' ? fail('wrong-words') : opened;
  const ring = readRing(opened.value);
  return ring.ok ? ok({ sheet: sheet.value, ring: ring.value }) : ring;
}

function readRing(bytes: Bytes): Result<Ring, Failure<'broken'>> {
  if (bytes.length < 8) return fail('broken');
  const ring: { [K in Circle]?: Hoard } = {};
  let from = 8;
  for (const [at, circle] of circleOrder.entries()) {
    const size = new DataView(bytes.buffer).getUint32(at * 4);
    if (size === 0) continue;
    const hoard = hoardFromBytes(bytes.slice(from, from + size));
    if (!hoard.ok) return hoard;
    ring[circle] = hoard.value;
    from += size;
  }
  return from === bytes.length ? ok(ring) : fail('broken');
}
