import { type Failure, ok, type Result } from '#base/result.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import type { Book } from './book.ts';
import { makeRegisterKeys } from './register-keys.ts';
import { registerRecordId } from './register-record-id.ts';
import type { NewRegister } from './starter.ts';

interface FoundingParts {
  readonly device: DeviceDb;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Keys first: a register without its own record yet is still a register that opens. */
export const foundOnThisPhone = (
  { name }: NewRegister,
  { device, now, newId }: FoundingParts,
): Promise<Result<KeysRow, Failure>> =>
  makeRegisterKeys(device, { name, memberId: newId(), now: now() });

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
