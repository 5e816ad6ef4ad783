import { type Bytes, fromBase64, randomBytes } from '#base/bytes.ts';
import { fail, type Result } from '#base/result.ts';
import type { Passkeys } from '#platform/passkey.ts';
import { openByPasskey, withPasskey } from '#seal/phone-lock.ts';
import type { DoorStore } from './door-store.ts';
import type { LockFailure } from './lock-control.ts';

const saltLength = 32;
const bytesOf = (text: string): Bytes => fromBase64(text) ?? new Uint8Array();

/** The phone's own fingerprint, face or code, beside the words: they open it where this can't. */
export function passkeyDoor(store: DoorStore, passkeys: Passkeys) {
  return {
    add: async (said: string): Promise<Result<null, LockFailure>> => {
      const key = await store.keyFor(said);
      if (!key.ok) return key;
      const salt = randomBytes(saltLength);
      const made = await passkeys.make(salt);
      if (!made.ok) return made;
      return store.change((doors) => withPasskey(doors, key.value, { ...made.value, salt }));
    },
    remove: (): Promise<Result<null, LockFailure>> =>
      store.change(async ({ passkey: _, ...rest }) => rest),
    ask: async (): Promise<Result<Bytes, LockFailure>> => {
      const held = await store.read();
      const passkey = held.ok ? held.value.passkey : undefined;
      if (!passkey) return fail('broken');
      const secret = await passkeys.ask(bytesOf(passkey.id), bytesOf(passkey.salt));
      if (!secret.ok) return secret;
      const key = await openByPasskey(passkey, secret.value);
      if (key.ok) await store.opened();
      return key;
    },
  };
}
