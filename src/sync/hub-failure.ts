import type { Failure } from '#base/result.ts';

/**
 * Why the hub could not be used, each with another next step for a person:
 *
 * - `offline`: no network on this phone. `no-answer`: a network, and silence or a cut line.
 * - `wants-sign-in`: something between answers instead of the hub, as a Wi-Fi does before one has
 *   signed in. Nothing of it was used, and no token went anywhere else.
 * - `not-allowed`: the hub no longer lets this phone in. `closed`: the register was closed for good.
 * - `unknown-register`: this hub does not keep it. `not-a-hub`: no Patchbook hub answers there.
 * - `slow-down`: asked too often (detail: `seconds` to wait). `hub-full`: no room left for it.
 * - `hub-trouble`: the hub itself has trouble. `update-app`: the hub speaks a newer language.
 */
export type HubFailure = Failure<
  | 'offline'
  | 'no-answer'
  | 'wants-sign-in'
  | 'not-allowed'
  | 'closed'
  | 'unknown-register'
  | 'not-a-hub'
  | 'slow-down'
  | 'hub-full'
  | 'hub-trouble'
  | 'update-app'
>;
