import { toBase64 } from '#base/bytes.ts';
import { type Failure, ok, type Result } from '#base/result.ts';
import { devicePublicKey, makeDeviceKeys } from '#seal/device-signature.ts';
import { makeHubAccount, tokenHash } from '#sync/hub-account.ts';
import { boxPublicKey, makeBoxKeys } from '#trust/box.ts';
import type { Newcomer } from '#trust/joining/joiner.ts';
import { accountOf } from './account-of.ts';
import type { OwnKeys } from './joiner-talk.ts';

/** What a phone makes for itself to knock with, and what it tells of it. */
export async function makeOwn(
  register: string,
): Promise<Result<{ own: OwnKeys; newcomer: Omit<Newcomer, 'name'> }, Failure<'browser-too-old'>>> {
  const sign = await makeDeviceKeys();
  if (!sign.ok) return sign;
  const box = await makeBoxKeys();
  if (!box.ok) return box;
  const { token } = makeHubAccount();
  const signKey = toBase64(await devicePublicKey(sign.value));
  const device = { sign: signKey, box: await boxPublicKey(box.value) };
  const account = await accountOf(register, signKey);
  const newcomer = { device, account, tokenHash: await tokenHash(token) };
  return ok({ own: { sign: sign.value, box: box.value, token }, newcomer });
}
