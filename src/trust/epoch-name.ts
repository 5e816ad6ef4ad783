import type { Circle } from '#domain/sharing/level.ts';
import { circleId } from '#seal/circle-id.ts';
import { type CircleSecret, deriveCircleKeys } from '#seal/circle-keys.ts';
import type { Purpose } from './box.ts';

export interface EpochName {
  readonly register: string;
  readonly circle: Circle;
  readonly epoch: number;
}

/** What proves that a secret is the one an act tells of. */
export async function keyId({ register, circle, epoch }: EpochName, secret: CircleSecret) {
  const keys = await deriveCircleKeys(secret, { circle: circleId(register, circle), epoch });
  return keys.k;
}

export type KeyName = EpochName & { readonly k: string };

const contextOf = ({ register, circle, epoch, k }: KeyName): readonly string[] => [
  circleId(register, circle),
  String(epoch),
  k,
];
export const wrapFor = (device: string, of: KeyName): Purpose => ({
  name: 'epoch',
  context: [...contextOf(of), device],
});
export const pastOf = (of: KeyName): Purpose => ({ name: 'past', context: contextOf(of) });
