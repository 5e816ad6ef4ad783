import { type Failure, ok, type Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import type { Book } from './book.ts';
import type { Opened } from './create-services.ts';
import { makeRegisterKeys } from './register-keys.ts';
import { registerRecordId } from './register-record-id.ts';
import type { Fill, NewRegister } from './starter.ts';
import { takeAway, takeAwayParts } from './throw-away.ts';

interface FoundingParts {
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
  readonly now: () => number;
  readonly newId: () => string;
  readonly open: (id: string) => Promise<Result<Opened, Failure>>;
}

/** The register's first two records: itself, and the person who started it. */
export async function writeFirstRecords(
  book: Book,
  { name, yourName }: NewRegister,
): Promise<Result<null, Failure>> {
  const source = { kind: 'self', licence: 'own' };
  const register = await book.add(
    'register',
    { name, source, inCharge: [{ name: yourName, role: 'steward' }] },
    registerRecordId(book.registerId),
  );
  if (!register.ok) return register;
  const member = { displayName: yourName, source, roles: ['steward'], state: 'active' };
  const joined = await book.add('member', member, book.memberId);
  return joined.ok ? ok(null) : joined;
}

async function written(
  { services }: Opened,
  about: NewRegister,
  fill: Fill | undefined,
): Promise<Result<null, Failure>> {
  const first = await writeFirstRecords(services.book, about);
  return first.ok && fill ? fill(services) : first;
}

/** Keys first, then what is in it. One that cannot be written whole is not left behind half. */
export async function startOnThisPhone(
  about: NewRegister,
  { device, safe, now, newId, open }: FoundingParts,
  fill?: Fill,
): Promise<Result<Opened, Failure>> {
  const { name, madeUp } = about;
  if (madeUp) await takeAwayParts(device);
  const memberId = newId();
  const keys = await makeRegisterKeys(device, safe, { name, memberId, now: now(), madeUp });
  if (!keys.ok) return keys;
  const { register } = keys.value;
  const opened = await open(register);
  if (!opened.ok) return opened;
  const done = await written(opened.value, about, fill);
  if (!done.ok) {
    await opened.value.close();
    await takeAway(device, register);
    return done;
  }
  if (madeUp) await device.keys.update(register, { madeUp: 'whole' });
  return opened;
}
