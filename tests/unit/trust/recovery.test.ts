import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromBase64, fromHex, randomBytes, toBase64, toHex } from '#base/bytes.ts';
import { makeCircleSecret } from '#seal/circle-keys.ts';
import { makeEpoch } from '#trust/make-epoch.ts';
import { isWholeHoard, openEpoch } from '#trust/open-epoch.ts';
import { openRing, sealRing } from '#trust/recovery-ring.ts';
import { keysFromWords, makeSheet, readWords } from '#trust/recovery-sheet.ts';
import { keyPairFrom } from '#trust/seed-keys.ts';
import bip39 from '#trust/words/bip39-english.json';
import eff from '#trust/words/eff-long.json';
import { sharedPatch } from './joining/two-sides.ts';
import { makePhone, say, stateOf, valueIn } from './neighbours.ts';

const sheet = valueIn(await makeSheet());
const register = '400ca0d0e6a80a51252674ef6e60617f';
const hoard = () => ({
  secrets: [{ epoch: 1, secret: makeCircleSecret() }],
  idKey: randomBytes(32),
});
const ring = { members: hoard(), team: hoard() };
const act = { device: sheet.keys, salt: sheet.salt };
const sealed = valueIn(await sealRing(register, act, ring));

const kindOf = (result: { ok: boolean; error?: { kind: string } }) => result.error?.kind ?? 'sound';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the lists of words', () => {
  test('are the published ones, byte for byte', () => {
    expect(sha256(`${bip39.words.replaceAll(' ', '\n')}\n`)).toBe(
      '2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda',
    );
    const words = eff.words.split(' ');
    const dice = (at: number) => (Number(at.toString(6)) + 11_111).toString().padStart(5, '0');
    expect(sha256(words.map((word, at) => `${dice(at)}\t${word}\n`).join(''))).toBe(
      'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e',
    );
  });

  test('have as many words as they promise, and no word twice', () => {
    expect(new Set(eff.words.split(' ')).size).toBe(7776);
    expect(new Set(bip39.words.split(' ')).size).toBe(2048);
  });
});

describe('keys from bytes', () => {
  test.each([
    [
      'X25519',
      '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    ],
    [
      'Ed25519',
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    ],
  ] as const)('of %s are those of RFC 7748 (6.1) and RFC 8032 (7.1)', async (curve, seed, open) => {
    const { publicKey, pair } = await keyPairFrom(fromHex(seed) ?? new Uint8Array(), curve);
    expect(toHex(fromBase64(publicKey) ?? new Uint8Array())).toBe(open);
    const verb = curve === 'X25519' ? 'deriveBits' : 'sign';
    expect(pair.privateKey.usages).toEqual([verb]);
  });
});

describe('a recovery sheet', () => {
  test('has six words of the list, others each time', async () => {
    expect(sheet.words).toHaveLength(6);
    expect(readWords(sheet.words.join(' '))).toEqual({ ok: true, value: sheet.words });
    expect(valueIn(await makeSheet()).words).not.toEqual(sheet.words);
  });

  test('makes the same keys each time', async () => {
    const salt = fromBase64(sheet.salt) ?? new Uint8Array();
    const again = valueIn(await keysFromWords(sheet.words, salt));
    expect(again.keys).toEqual(sheet.keys);
    expect(valueIn(await keysFromWords(sheet.words, randomBytes(16))).keys).not.toEqual(sheet.keys);
  });

  test('makes the pinned keys: a sheet printed today must open in ten years', async () => {
    const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
    const words = ['abacus', 'drop-down', 'zoom', 'yo-yo', 'tiger', 'walrus'];
    expect(valueIn(await keysFromWords(words, salt)).keys).toEqual({
      sign: 'fUfiAvB36IahnMxRi6RQ0SAHUcYRxNmPcpbMU+LUigc=',
      box: 'FUl5mZDlOf5G+AdGsVSeqe6QOI80h6d4so490UWEDHU=',
    });
  });

  test('opens the ring that is sealed to it, for its register only', async () => {
    const opened = valueIn(await openRing(register, sealed, sheet.words));
    expect(opened.ring).toEqual(ring);
    expect(opened.sheet.keys).toEqual(sheet.keys);
    expect(kindOf(await openRing('0'.repeat(32), sealed, sheet.words))).toBe('wrong-words');
    const members = { members: ring.members };
    const part = valueIn(await sealRing(register, act, members));
    expect(valueIn(await openRing(register, part, sheet.words)).ring).toEqual(members);
  });

  test('with other words of the list, or changed or cut bytes, opens nothing', async () => {
    const other = [...sheet.words.slice(1), sheet.words[0] ?? ''];
    expect(kindOf(await openRing(register, sealed, other))).toBe('wrong-words');
    for (const at of [0, 16, 48, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(kindOf(await openRing(register, changed, sheet.words))).toBe('wrong-words');
    }
    for (const length of [0, 16, 60]) {
      expect(kindOf(await openRing(register, sealed.slice(0, length), sheet.words))).toBe(
        'wrong-words',
      );
    }
  });

  test('says nothing of the keys without the words', () => {
    const secret = ring.members.secrets[0]?.secret ?? new Uint8Array();
    expect(toHex(sealed)).not.toContain(toHex(secret));
    expect(toBase64(sealed)).not.toContain(toBase64(secret).slice(0, 20));
  });
});

describe('words as people type them', () => {
  test.each([
    'abacus drop-down zoom yo-yo tiger walrus',
    '  ABACUS,Drop-Down;zoom\nyo-yo\ttiger. walrus!',
    '1. abacus 2. drop-down 3. zoom 4. yo-yo 5. tiger 6. walrus',
    'ａｂａｃｕｓ drop-down zoom yo-yo tiger walrus',
  ])('%j is read', (typed) => {
    const words = ['abacus', 'drop-down', 'zoom', 'yo-yo', 'tiger', 'walrus'];
    expect(readWords(typed)).toEqual({ ok: true, value: words });
  });

  test('a mistyped one is named, with its place', () => {
    expect(readWords('abacus drop-down zom yo-yo tiger walrus')).toEqual({
      ok: false,
      error: { kind: 'unknown-word', detail: { word: 'zom', place: 3 } },
    });
  });

  test.each([
    ['', 0],
    ['abacus', 1],
    ['abacus abacus abacus abacus abacus abacus abacus', 7],
  ])('%j has not six words', (typed, count) => {
    expect(readWords(typed)).toEqual({
      ok: false,
      error: { kind: 'not-six-words', detail: { count } },
    });
  });
});

test('when every phone is lost, six words and what the hub holds bring the register back', async () => {
  const { patch, hoards } = await sharedPatch();
  const { root, founder } = patch;
  const { name } = await say(patch, founder, { kind: 'recovery', member: root.name, ...act });
  const kept = valueIn(await sealRing(root.register, act, hoards));
  const wish = { state: stateOf(patch), circle: 'members', closes: 'a'.repeat(64) } as const;
  const later = valueIn(await makeEpoch({ ...wish, hoard: hoards.members }));
  await say(patch, founder, later.act);

  const { sheet: keys, ring: old } = valueIn(await openRing(root.register, kept, sheet.words));
  expect(old).toEqual(hoards);
  const state = stateOf(patch);
  const newest = state.epochs.members.current?.act ?? later.act;
  const all = valueIn(await openEpoch(root.register, newest, { name, box: keys.box }));
  expect(await isWholeHoard(state, 'members', all)).toBe(true);

  const phone = await makePhone();
  const bySheet = { signing: keys.signing, box: keys.box, keys: keys.keys };
  await say(patch, bySheet, { kind: 'device', member: root.name, device: phone.keys });
  await say(patch, phone, { kind: 'remove-device', device: root.name, why: 'lost' });
  const found = stateOf(patch).members.get(root.name);
  expect(stateOf(patch).uncounted.size).toBe(0);
  expect(found?.devices.map(({ removed }) => removed)).toEqual(['lost', undefined, undefined]);
});
