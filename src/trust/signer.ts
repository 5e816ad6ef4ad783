import type { Brought } from './people.ts';
import type { Rank } from './roles.ts';
import { type Ground, isLive, rankOfDevice, type View } from './standing.ts';

/**
 * Why an act doesn't count.
 * `unknown-kind`: of a newer app. `unknown-signer`: no device of the log, or one removed before.
 * `not-allowed`: the signer's role is too low. `no-such`: about nobody who is there.
 * `key-used`: a device key comes once. `wrong-epoch`: not the next one of its circle.
 * `signer-removed`: the signer lost their place or role meanwhile, and neither act had seen the
 * other. `outranked`: a steward meanwhile gave the member a rank. `last-steward`: nobody would be
 * left to look after the register.
 */
export type WhyNot =
  | 'unknown-kind'
  | 'unknown-signer'
  | 'not-allowed'
  | 'no-such'
  | 'key-used'
  | 'wrong-epoch'
  | 'signer-removed'
  | 'outranked'
  | 'last-steward';

export interface Signer {
  readonly device: Brought;
  readonly rank: Rank;
}

/** The device that signed, by its key; of several the one of highest rank. */
export function signerOf(ground: Ground, key: string, view: View): Signer | undefined {
  return (ground.people.byKey.get(key) ?? [])
    .filter((device) => isLive(ground, device, view))
    .map((device) => ({ device, rank: rankOfDevice(ground, device, view) }))
    .reduce<Signer | undefined>(
      (best, next) => (best && best.rank >= next.rank ? best : next),
      undefined,
    );
}
