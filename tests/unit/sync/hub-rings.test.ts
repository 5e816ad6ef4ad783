import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomBytes, toBase64 } from '#base/bytes.ts';
import { devicePublicKey, makeDeviceKeys } from '#seal/device-signature.ts';
import { bearerOf, makeHubAccount, tokenHash } from '#sync/hub-account.ts';
import { hubApi } from '#sync/hub-api.ts';
import {
  type HostedRegister,
  hostRegister,
  hubFolders,
  type RunningHub,
  startHub,
} from '../hub/support/running-hub.ts';
import { valueIn } from '../seal/made-up-ring.ts';
import { lineTo } from './support/lines.ts';

const folders = hubFolders();
let hub: RunningHub;
let hosted: HostedRegister;
beforeAll(async () => {
  hub = await startHub(folders);
  hosted = await hostRegister(hub.origin);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

test('a ring is put, read without an account, and lets its sheet’s holder in', async () => {
  const { id: register } = hosted;
  const nobody = hubApi(lineTo(hub.origin));
  expect(await nobody.ring(register)).toEqual({ ok: false, error: { kind: 'unknown' } });
  const sheet = valueIn(await makeDeviceKeys());
  const ring = toBase64(randomBytes(300));
  const sign = toBase64(await devicePublicKey(sheet));
  expect(await nobody.putRing(register, { ring, sign })).toMatchObject({ ok: false });
  valueIn(
    await hubApi(lineTo(hub.origin, hosted.founder.bearer)).putRing(register, { ring, sign }),
  );
  expect(valueIn(await nobody.ring(register))).toEqual({ ring, founding: hosted.founded.record });

  const account = makeHubAccount();
  const hash = await tokenHash(account.token);
  const at = '2026-11-27T09:00:00.000Z';
  const wish = { register, account: account.id, tokenHash: hash, at };
  const stranger = valueIn(await makeDeviceKeys());
  expect(await nobody.recover(wish, stranger.privateKey)).toMatchObject({
    error: { kind: 'not-allowed' },
  });
  valueIn(await nobody.recover(wish, sheet.privateKey));
  const back = hubApi(lineTo(hub.origin, bearerOf(account)));
  const known = valueIn(await back.accounts(register)).find(({ id }) => id === account.id);
  expect(known).toMatchObject({ mayInvite: true, circles: ['members', 'team'] });
});
