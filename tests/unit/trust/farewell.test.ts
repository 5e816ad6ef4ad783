import { describe, expect, test } from 'vitest';
import { randomBytes, utf8 } from '#base/bytes.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { VerifiedAct } from '#trust/act.ts';
import { sealTo } from '#trust/box.ts';
import { openFarewell, sealFarewell } from '#trust/farewell.ts';
import { replay } from '#trust/log.ts';
import {
  admit,
  makePatch,
  makePhone,
  type Patch,
  type Phone,
  remove,
  say,
  valueIn,
  welcome,
} from './neighbours.ts';

/** What the phone was cut off with, on top of what it had heard until then. */
const stateAfter = (patch: Patch, known: readonly VerifiedAct[], came: readonly VerifiedAct[]) =>
  replay(patch.root, [...known, ...came]);

const wiped = (
  patch: Patch,
  known: readonly VerifiedAct[],
  came: readonly VerifiedAct[],
  name: string,
) =>
  [...stateAfter(patch, known, came).members.values()]
    .flatMap(({ devices }) => devices)
    .find((device) => device.name === name)?.wipe;

async function lostPhone() {
  const patch = await makePatch();
  const { phone, name } = await welcome(patch, patch.founder, 'volunteer');
  return {
    patch,
    phone,
    name,
    known: [...patch.acts],
    to: { register: patch.root.register, device: name },
  };
}

const cutAndWipe = async (patch: Patch, by: Phone, device: string) => [
  await say(patch, by, { kind: 'remove-device', device, why: 'lost' }),
  await say(patch, by, { kind: 'wipe', device }),
];

describe('a farewell', () => {
  test('tells a lost phone what was signed about it, and what that had seen', async () => {
    const { patch, phone, name, known, to } = await lostPhone();
    const ada = await welcome(patch, patch.founder, 'coordinator');
    await say(patch, ada.phone, admit(await makePhone(), 'resident'));
    await cutAndWipe(patch, ada.phone, name);
    const sealed = await sealFarewell(phone.keys.box, { ...to, member: name }, patch.acts);
    const acts = valueIn(await openFarewell(phone.box, valueIn(sealed), to));
    expect(wiped(patch, known, acts, name)).toBe(true);
    // Without a word on emptying it is only out.
    const cut = acts.filter(({ act }) => act.kind !== 'wipe');
    expect(wiped(patch, known, cut, name)).toBe(false);
  });

  test('of a long log holds the nearest, and fits what a hub keeps', async () => {
    const { patch, phone, name, to } = await lostPhone();
    let known: readonly VerifiedAct[] = [];
    for (let at = 0; at < 150; at += 1) {
      await say(patch, patch.founder, admit(await makePhone(), 'resident'));
      if (at === 75) known = [...patch.acts];
    }
    await cutAndWipe(patch, patch.founder, name);
    const all = { ...to, member: name };
    const sealed = valueIn(await sealFarewell(phone.keys.box, all, patch.acts));
    expect(sealed.length).toBeLessThanOrEqual(64 * 1024);
    const acts = valueIn(await openFarewell(phone.box, sealed, to));
    expect(acts.length).toBeLessThan(patch.acts.length);
    expect(wiped(patch, known, acts, name)).toBe(true);
  });

  test('is for one phone of one register', async () => {
    const { patch, phone, name, to } = await lostPhone();
    await cutAndWipe(patch, patch.founder, name);
    const sealed = valueIn(await sealFarewell(phone.keys.box, { ...to, member: name }, patch.acts));
    const others = await makePhone();
    for (const opened of [
      openFarewell(others.box, sealed, to),
      openFarewell(phone.box, sealed, { ...to, device: 'f'.repeat(64) }),
      openFarewell(phone.box, sealed, { ...to, register: 'f'.repeat(32) }),
    ])
      expect(await opened).toMatchObject({ error: { kind: 'broken' } });
  });
});

describe('whoever was let in anew after their phone was emptied', () => {
  test('is not emptied again by the old farewell, sealed anew or not', async () => {
    const { patch, phone, name, to } = await lostPhone();
    await cutAndWipe(patch, patch.founder, name);
    const old = valueIn(await sealFarewell(phone.keys.box, { ...to, member: name }, patch.acts));
    const again = await welcome(patch, patch.founder, 'volunteer');
    const known = [...patch.acts];
    const anew = { ...to, device: again.name };
    expect(await openFarewell(again.phone.box, old, anew)).toMatchObject({
      error: { kind: 'broken' },
    });
    const resealed = await sealFarewell(again.phone.keys.box, { ...anew, member: name }, known);
    const acts = valueIn(await openFarewell(again.phone.box, valueIn(resealed), anew));
    expect(wiped(patch, known, acts, name)).toBe(true);
    expect(wiped(patch, known, acts, again.name)).toBe(false);
  });
});

describe('a hub, which knows the box key at most', () => {
  const sealedAs = async (phone: Phone, words: string, to: { register: string; device: string }) =>
    valueIn(
      await sealTo(phone.keys.box, utf8(words), {
        ...{ name: 'farewell', context: [to.register, to.device] },
      }),
    );

  test('can’t make a phone empty itself with bytes, words or acts of its own', async () => {
    const { patch, phone, name, known, to } = await lostPhone();
    const stranger = await makePhone();
    const resident = await welcome(patch, patch.founder, 'resident');
    const heard = [...patch.acts];
    const forged = [
      ...(await cutAndWipe(patch, stranger, name)),
      ...(await cutAndWipe(patch, resident.phone, name)),
    ];
    const others = await lostPhone();
    const foreign = await cutAndWipe(others.patch, others.patch.founder, others.name);
    const changed = { ...foreign[1]?.signed, register: to.register };
    const words = [
      '',
      'null',
      '{"v":1,"acts":[null,7,"x",[],{}]}',
      `{"v":1,"acts":${'['.repeat(500)}${']'.repeat(500)}}`,
      canonicalText({ v: 1, acts: forged.map(({ signed }) => signed) }),
      canonicalText({ v: 1, acts: foreign.map(({ signed }) => signed) }),
      canonicalText({ v: 1, acts: [changed] }),
      canonicalText({ v: 2, acts: forged.map(({ signed }) => signed) }),
    ];
    for (const said of words) {
      const opened = await openFarewell(phone.box, await sealedAs(phone, said, to), to);
      const acts = opened.ok ? opened.value : [];
      expect(wiped(patch, [...known, ...heard], acts, name), said.slice(0, 40)).toBe(false);
    }
    for (const bytes of [randomBytes(3), randomBytes(400), new Uint8Array()])
      expect(await openFarewell(phone.box, bytes, to)).toMatchObject({ ok: false });
  });

  test('can’t use what was signed about somebody else’s phone', async () => {
    const { patch, phone, name, known, to } = await lostPhone();
    const other = await welcome(patch, patch.founder, 'resident');
    const real = await cutAndWipe(patch, patch.founder, other.name);
    const acts = [...patch.acts.filter((act) => !real.includes(act)), ...real];
    const words = canonicalText({ v: 1, acts: acts.map(({ signed }) => signed) });
    const opened = valueIn(await openFarewell(phone.box, await sealedAs(phone, words, to), to));
    expect(wiped(patch, known, opened, other.name)).toBe(true);
    expect(wiped(patch, known, opened, name)).toBe(false);
  });

  test('nor somebody who was removed before', async () => {
    const { patch, phone, name, known, to } = await lostPhone();
    const ada = await welcome(patch, patch.founder, 'coordinator');
    const { name: out } = ada;
    await say(patch, patch.founder, remove(out));
    await cutAndWipe(patch, ada.phone, name);
    const words = canonicalText({ v: 1, acts: patch.acts.map(({ signed }) => signed) });
    const opened = valueIn(await openFarewell(phone.box, await sealedAs(phone, words, to), to));
    expect(wiped(patch, known, opened, name)).toBe(false);
  });
});
