import { createHash } from 'node:crypto';
import { randomBytes, toBase64, toBase64Url, toHex } from '#base/bytes.ts';
import { signWithDevice } from '#seal/device-signature.ts';
import { foundRegister } from '#seal/founding.ts';
import { hostingBytes } from '#seal/hosting.ts';
import { valueIn } from '../unit/seal/made-up-ring.ts';
import { startHubProcess, type Wanted } from './hub-process.ts';
import { type Circle, phones } from './hub-visits.ts';

function newAccount() {
  const [id, token] = [toHex(randomBytes(16)), randomBytes(32)];
  const tokenHash = createHash('sha256').update(token).digest('hex');
  return { id, tokenHash, bearer: `Bearer ${id}.${toBase64Url(token)}` };
}

/** Our hub with one register, and an account for each phone. */
export async function ourCircle(): Promise<Circle> {
  const hub = await startHubProcess('our-hub.ts');
  const ask = async (wanted: Wanted): Promise<void> => {
    const { status } = await hub.ask(wanted);
    if (status !== 200) throw new Error(`Our hub said ${status}.`);
  };
  const { id, record, device } = valueIn(await foundRegister(new Date()));
  const founder = newAccount();
  const of = { account: founder.id, tokenHash: founder.tokenHash, at: new Date().toISOString() };
  const signed = await signWithDevice(device.privateKey, hostingBytes({ ...of, register: id }));
  const wish = { ...of, founding: record, signature: toBase64(signed) };
  await ask({ method: 'POST', path: '/api/registers', body: JSON.stringify(wish) });
  const accounts = Array.from({ length: phones }, newAccount);
  for (const account of accounts) {
    const path = `/api/registers/${id}/accounts/${account.id}`;
    const { tokenHash } = account;
    const body = JSON.stringify({ tokenHash, circles: ['members'], mayInvite: false });
    await ask({ method: 'PUT', path, body, bearer: founder.bearer });
  }
  const bearers = accounts.map(({ bearer }) => bearer);
  return { hub, root: '/db/', path: `/db/${id}-members`, bearers };
}

/** express-pouchdb with one database, open to all: that mode knows no accounts. */
export async function peerCircle(...told: readonly string[]): Promise<Circle> {
  const hub = await startHubProcess('peer-hub.ts', ...told);
  const { status } = await hub.ask({ method: 'PUT', path: '/bench' });
  if (status !== 201) throw new Error(`express-pouchdb said ${status}.`);
  return { hub, root: '/', path: '/bench', bearers: [] };
}
