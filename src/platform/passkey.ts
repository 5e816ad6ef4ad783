import { type Bytes, randomBytes } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

/** `refused`: the holder said no, or was not known. `no-passkey`: this phone gives out no secret. */
export type PasskeyFailure = Failure<'refused' | 'no-passkey'>;

/** The phone's own fingerprint, face or code, by the PRF extension of WebAuthn 3. */
export interface Passkeys {
  canAsk(): Promise<boolean>;
  make(
    salt: Bytes,
  ): Promise<Result<{ readonly id: Bytes; readonly secret: Bytes }, PasskeyFailure>>;
  /** 32 bytes, the same for the same salt. */
  ask(id: Bytes, salt: Bytes): Promise<Result<Bytes, PasskeyFailure>>;
}

const secretIn = (credential: Credential | null): Bytes | undefined => {
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  return new Uint8Array(first instanceof ArrayBuffer ? first.slice(0) : copied(first));
};
const copied = ({ buffer, byteOffset, byteLength }: ArrayBufferView): ArrayBuffer =>
  new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer).buffer;

/** No server checks the answer: it is what the secret opens that proves it. */
const challenge = () => randomBytes(32);
const aMinute = 60_000;

const prf = (salt: Bytes) => ({ prf: { eval: { first: salt } } });

async function orRefused<T>(work: () => Promise<T>): Promise<Result<T, PasskeyFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof DOMException) return fail('refused');
    throw error;
  }
}

const ask: Passkeys['ask'] = async (id, salt) => {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: challenge(),
    allowCredentials: [{ type: 'public-key', id, transports: ['internal'] }],
    userVerification: 'required',
    timeout: aMinute,
    extensions: prf(salt),
  };
  const asked = await orRefused(() => navigator.credentials.get({ publicKey }));
  if (!asked.ok) return asked;
  const secret = secretIn(asked.value);
  return secret?.length === 32 ? ok(secret) : fail('no-passkey');
};

const make: Passkeys['make'] = async (salt) => {
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: challenge(),
    rp: { name: 'Patchbook' },
    user: { id: randomBytes(16), name: 'Patchbook', displayName: 'Patchbook' },
    pubKeyCredParams: [
      { type: 'public-key', alg: -7 },
      { type: 'public-key', alg: -257 },
    ],
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      residentKey: 'discouraged',
      userVerification: 'required',
    },
    timeout: aMinute,
    extensions: prf(salt),
  };
  const made = await orRefused(() => navigator.credentials.create({ publicKey }));
  if (!made.ok) return made;
  if (!(made.value instanceof PublicKeyCredential)) return fail('no-passkey');
  const id = new Uint8Array(made.value.rawId);
  // Many phones give the secret out only when they are asked, not when it is made.
  const secret = await ask(id, salt);
  return secret.ok ? ok({ id, secret: secret.value }) : secret;
};

const canAsk = async (): Promise<boolean> =>
  'PublicKeyCredential' in globalThis &&
  (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());

export const passkeys: Passkeys = { canAsk, make, ask };
