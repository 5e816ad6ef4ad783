import { describe, expect, test } from 'vitest';
import { type Bytes, randomBytes, toBase64, utf8 } from '#base/bytes.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { makeCircleSecret } from '#seal/circle-keys.ts';
import { boxPublicKey, makeBoxKeys } from '#trust/box.ts';
import { enter } from '#trust/joining/enter.ts';
import { choose, hearAsk, hearReveal } from '#trust/joining/inviter.ts';
import { askToJoin, hearAnswer } from '#trust/joining/joiner.ts';
import { openMessage, sealMessage } from '#trust/joining/messages.ts';
import { fourWords, transcriptOf } from '#trust/joining/transcript.ts';
import { sealWelcome } from '#trust/joining/welcome.ts';
import {
  makePatch,
  makePhone,
  now,
  remove,
  say,
  stateOf,
  valueIn,
  welcome,
} from '../neighbours.ts';
import {
  admitApproved,
  entering,
  inviteTo,
  newcomerWith,
  pickRight,
  sharedPatch,
  talk,
  welcomeOf,
} from './two-sides.ts';

const shared = await sharedPatch();
const { patch } = shared;
const sign = patch.founder.keys.sign;
const invite = inviteTo(patch, 'volunteer');
const kindOf = (result: { ok: boolean; error?: { kind: string } }) => result.error?.kind ?? 'sound';

function* flips(bytes: Bytes): Generator<Bytes> {
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at & 7));
    yield flipped;
  }
}

describe('an honest run', () => {
  test.each(['resident', 'volunteer', 'coordinator'] as const)('lets a %s in', async (role) => {
    const talked = await talk(patch, inviteTo(patch, role));
    const approved = valueIn(pickRight(talked));
    expect(approved.newcomer.name).toBe('Ada');
    const { name } = await admitApproved(shared, approved);
    const joined = valueIn(await entering(talked, approved, welcomeOf(shared, role)));
    expect(joined).toMatchObject({ member: name, device: name });
    expect([...joined.circles.keys()].sort()).toEqual(
      role === 'resident' ? ['members'] : ['members', 'team'],
    );
    expect(joined.circles.get('members')).toEqual(shared.hoards.members);
    expect(joined.state.heads).toEqual(stateOf(patch).heads);
  });

  test('brings one more phone of a member whom the log knows', async () => {
    const known = await welcome(patch, patch.founder, 'volunteer');
    const talked = await talk(patch, invite);
    const approved = valueIn(pickRight(talked));
    const { device } = approved.newcomer;
    const { name } = await say(patch, patch.founder, {
      kind: 'device',
      member: known.name,
      device,
    });
    const joined = valueIn(await entering(talked, approved, welcomeOf(shared, 'volunteer')));
    expect(joined).toMatchObject({ member: known.name, device: name });
  });

  test('shows three sets of four words, of which one is the newcomer’s, nowhere alike', async () => {
    const places = new Set<number>();
    for (let run = 0; run < 30; run += 1) {
      const { choosing, shown } = await talk(patch, invite);
      expect(choosing.sets).toHaveLength(3);
      for (const at of [0, 1, 2, 3]) {
        expect(new Set(choosing.sets.map((set) => set[at])).size).toBe(3);
      }
      places.add(choosing.sets.findIndex((set) => set.join() === shown.state.words.join()));
    }
    expect([...places].sort()).toEqual([0, 1, 2]);
  });

  test('goes on after a restart between any two steps', async () => {
    const talked = await talk(patch, invite);
    const kept = { ...talked, choosing: structuredClone(talked.choosing) };
    const approved = valueIn(pickRight(kept));
    await admitApproved(shared, approved);
    const shown = structuredClone(talked.shown.state);
    const parts = valueIn(await sealWelcome(approved, welcomeOf(shared, 'volunteer')));
    expect(kindOf(await enter(shown, parts, talked.phone.box))).toBe('sound');
  });
});

describe('the words', () => {
  test('are the pinned ones, from a list of 2,048', () => {
    expect(fourWords(new Uint8Array(32))).toEqual(['abandon', 'abandon', 'abandon', 'abandon']);
    expect(fourWords(new Uint8Array(32).fill(255))).toEqual(['zoo', 'zoo', 'zoo', 'zoo']);
    const mixed = Uint8Array.from({ length: 32 }, (_, at) => at * 37);
    expect(fourWords(mixed)).toEqual(['ability', 'clean', 'orbit', 'city']);
  });

  test('differ between any two talks', async () => {
    const seen = new Set<string>();
    for (let run = 0; run < 20; run += 1)
      seen.add((await talk(patch, invite)).shown.state.words.join());
    expect(seen.size).toBe(20);
  });

  test('wrong ones, or none of the three, end it', async () => {
    const { choosing } = await talk(patch, invite);
    const wrong = [0, 1, 2, 3, -1, undefined].filter((at) => at !== choosing.right);
    expect(wrong).toHaveLength(5);
    for (const at of wrong) expect(kindOf(choose(choosing, at))).toBe('wrong-words');
  });
});

describe('a message', () => {
  test('with any byte changed is broken, whichever it is', async () => {
    const phone = await makePhone();
    const asked = valueIn(await askToJoin(invite, newcomerWith(phone), now));
    for (const message of flips(asked.message)) {
      expect(kindOf(await hearAsk(invite, { message, now, sign }))).toBe('broken');
    }
    const heard = valueIn(await hearAsk(invite, { message: asked.message, now, sign }));
    for (const message of flips(heard.message)) {
      expect(kindOf(await hearAnswer(asked.state, message))).toBe('broken');
    }
    const shown = valueIn(await hearAnswer(asked.state, heard.message));
    for (const message of flips(shown.message)) {
      expect(kindOf(await hearReveal(heard.state, message))).toBe('broken');
    }
  });

  test('of another invite, of another place in the talk, cut or empty is broken', async () => {
    const one = await talk(patch, invite);
    const other = await talk(patch, inviteTo(patch, 'volunteer'));
    const asks = [other.asked, one.heard, one.shown].map(({ message }) => message);
    const answers = [other.heard, one.asked, one.shown].map(({ message }) => message);
    const reveals = [other.shown, one.asked, one.heard].map(({ message }) => message);
    const odd = [new Uint8Array(), new Uint8Array(5000), one.asked.message.slice(0, -1)];
    for (const message of [...asks, ...odd]) {
      expect(kindOf(await hearAsk(invite, { message, now, sign }))).toBe('broken');
    }
    for (const message of [...answers, ...odd]) {
      expect(kindOf(await hearAnswer(one.asked.state, message))).toBe('broken');
    }
    for (const message of [...reveals, ...odd]) {
      expect(kindOf(await hearReveal(one.heard.state, message))).toBe('broken');
    }
  });

  test('with an invite that was changed on the way is broken, though the secret is the same', async () => {
    const raised = { ...invite, role: 'steward' } as const;
    const newcomer = newcomerWith(await makePhone());
    const { message } = valueIn(await askToJoin(raised, newcomer, now));
    expect(kindOf(await hearAsk(invite, { message, now, sign }))).toBe('broken');
  });

  test('of an earlier talk with the same invite gives other words or breaks a promise', async () => {
    const one = await talk(patch, invite);
    const two = await talk(patch, invite);
    const mixed = valueIn(await hearAnswer(two.asked.state, one.heard.message));
    expect(kindOf(await hearReveal(two.heard.state, one.shown.message))).toBe('not-committed');
    const choosing = valueIn(await hearReveal(two.heard.state, mixed.message));
    const sets = choosing.sets.map((set) => set.join());
    expect(sets).not.toContain(mixed.state.words.join());
  });

  test('are all of one length, and nobody reads a name in them', async () => {
    const lengths = new Set<number>();
    for (const name of ['A', 'A'.repeat(80), '𝒜'.repeat(40)]) {
      const asked = await askToJoin(invite, newcomerWith(await makePhone(), name), now);
      lengths.add(valueIn(asked).message.length);
    }
    expect(lengths.size).toBe(1);
  });

  test.each(['', ' Ada', 'A\nda', 'A\u202eda', 'x'.repeat(81), '\ud800'])(
    'with the name %j is not sent',
    async (name) => {
      const asked = await askToJoin(invite, newcomerWith(await makePhone(), name), now);
      expect(kindOf(asked)).toBe('broken');
    },
  );

  test('comes too late after 48 hours, on either side', async () => {
    const late = new Date(invite.until.getTime());
    const newcomer = newcomerWith(await makePhone());
    expect(kindOf(await askToJoin(invite, newcomer, late))).toBe('expired');
    const { message } = valueIn(await askToJoin(invite, newcomer, now));
    expect(kindOf(await hearAsk(invite, { message, now: late, sign }))).toBe('expired');
  });
});

describe('somebody with the invite who sits between', () => {
  /** Knocks in the newcomer's place and plays the inviter to the newcomer. */
  async function sitBetween() {
    const victim = await makePhone();
    const asked = valueIn(await askToJoin(invite, newcomerWith(victim), now));
    const own = await makePhone();
    const ownAsk = valueIn(await askToJoin(invite, newcomerWith(own), now));
    const heard = valueIn(await hearAsk(invite, { message: ownAsk.message, now, sign }));
    const heardAnswer = valueIn(await openMessage(invite, 'answer', heard.message));
    return { victim, asked, own, ownAsk, heard, heardAnswer };
  }

  const ownAnswer = async (fixed: string) => {
    const box = await boxPublicKey(valueIn(await makeBoxKeys()));
    return sealMessage(invite, 'answer', { sign, box, nonce: fixed });
  };

  test('is heard by the words: none of the three is what the newcomer reads out', async () => {
    for (let run = 0; run < 10; run += 1) {
      const { asked, ownAsk, heard } = await sitBetween();
      const answer = await ownAnswer(toBase64(randomBytes(32)));
      const shown = valueIn(await hearAnswer(asked.state, answer.message));
      const revealed = valueIn(await hearAnswer(ownAsk.state, heard.message));
      const choosing = valueIn(await hearReveal(heard.state, revealed.message));
      const read = shown.state.words.join();
      expect(choosing.sets.map((set) => set.join())).not.toContain(read);
      expect(kindOf(choose(choosing, undefined))).toBe('wrong-words');
    }
  });

  test('can’t pass the inviter’s answer on under the newcomer’s knock either', async () => {
    const { asked, ownAsk, heard } = await sitBetween();
    const shown = valueIn(await hearAnswer(asked.state, heard.message));
    expect(kindOf(await hearReveal(heard.state, shown.message))).toBe('not-committed');
    const revealed = valueIn(await hearAnswer(ownAsk.state, heard.message));
    expect(revealed.state.words).not.toEqual(shown.state.words);
  });

  /**
   * Its own number was promised before it heard the inviter's, so the inviter's words are fixed
   * before the newcomer's number is told; and what it answers must be sent before that.
   */
  test('has one guess: whatever it answers, the newcomer’s words come from a number it can’t know', async () => {
    const { asked, heardAnswer } = await sitBetween();
    const answer = await ownAnswer(heardAnswer.content.nonce);
    const words = new Set<string>();
    for (let run = 0; run < 50; run += 1) {
      // The same knock but for the number: what the newcomer's phone might have drawn.
      const state = { ...asked.state, nonce: randomBytes(32) };
      words.add(valueIn(await hearAnswer(state, answer.message)).state.words.join());
    }
    expect(words.size).toBe(50);
  });

  test('would have as many guesses as it likes, had it heard the number first: a knock is answered once', async () => {
    const { asked } = await sitBetween();
    const { plain } = await sealMessage(invite, 'reveal', { nonce: toBase64(asked.state.nonce) });
    const wanted = fourWords(randomBytes(32))[0];
    const box = await boxPublicKey(valueIn(await makeBoxKeys()));
    const tries = 40_000;
    let met = false;
    for (let run = 0; run < tries && !met; run += 1) {
      const answer = utf8(canonicalText({ sign, box, nonce: toBase64(randomBytes(32)) }));
      const transcript = await transcriptOf(invite, [asked.state.ask, answer, plain]);
      met = fourWords(transcript)[0] === wanted;
    }
    expect(met).toBe(true);
  });

  test('can’t take back its own number once it has heard the inviter’s', async () => {
    const { heard } = await sitBetween();
    for (let run = 0; run < 50; run += 1) {
      const { message } = await sealMessage(invite, 'reveal', { nonce: toBase64(randomBytes(32)) });
      expect(kindOf(await hearReveal(heard.state, message))).toBe('not-committed');
    }
  });

  test('opens no welcome that was sealed to the newcomer', async () => {
    const talked = await talk(patch, invite);
    const approved = valueIn(pickRight(talked));
    await admitApproved(shared, approved);
    const parts = valueIn(await sealWelcome(approved, welcomeOf(shared, 'volunteer')));
    const thief = await makePhone();
    expect(kindOf(await enter(talked.shown.state, parts, thief.box))).toBe('broken');
    const otherWords = { ...talked.shown.state, transcript: randomBytes(32) };
    expect(kindOf(await enter(otherWords, parts, talked.phone.box))).toBe('broken');
  });
});

describe('a welcome is not believed', () => {
  const approvedTalk = async (role: 'volunteer' | 'resident' = 'volunteer') => {
    const talked = await talk(patch, inviteTo(patch, role));
    return { talked, approved: valueIn(pickRight(talked)) };
  };

  test('from another register', async () => {
    const { talked, approved } = await approvedTalk();
    const other = await sharedPatch();
    await admitApproved(other, approved);
    const result = await entering(talked, approved, welcomeOf(other, 'volunteer'));
    expect(kindOf(result)).toBe('other-register');
    const mixed = { ...welcomeOf(other, 'volunteer'), founding: patch.founding };
    expect(kindOf(await entering(talked, approved, mixed))).toBe('other-register');
  });

  test('with a log that lacks what the inviter had seen', async () => {
    const old = { ...shared, patch: { ...patch, acts: [...patch.acts] } };
    await say(patch, patch.founder, { kind: 'notice', notice: 'a'.repeat(64) });
    const { talked, approved } = await approvedTalk();
    await admitApproved(old, approved);
    expect(kindOf(await entering(talked, approved, welcomeOf(old, 'volunteer')))).toBe(
      'log-too-old',
    );
  });

  test('when it admits nobody, somebody else, or with another role', async () => {
    const { talked, approved } = await approvedTalk();
    const before = welcomeOf(shared, 'volunteer');
    expect(kindOf(await entering(talked, approved, before))).toBe('not-admitted');
    await welcome(patch, patch.founder, 'volunteer');
    expect(kindOf(await entering(talked, approved, welcomeOf(shared, 'volunteer')))).toBe(
      'not-admitted',
    );
    await admitApproved(shared, approved, 'resident');
    expect(kindOf(await entering(talked, approved, welcomeOf(shared, 'volunteer')))).toBe(
      'not-admitted',
    );
  });

  test('when it removes the newcomer at once', async () => {
    const { talked, approved } = await approvedTalk();
    const { name } = await admitApproved(shared, approved);
    await say(patch, patch.founder, remove(name));
    expect(kindOf(await entering(talked, approved, welcomeOf(shared, 'volunteer')))).toBe(
      'not-admitted',
    );
  });

  test('when another than the one who talked admitted them', async () => {
    const second = await welcome(patch, patch.founder, 'steward');
    const { talked, approved } = await approvedTalk();
    await say(patch, second.phone, {
      kind: 'admit',
      person: crypto.randomUUID(),
      device: approved.newcomer.device,
      role: 'volunteer',
    });
    expect(kindOf(await entering(talked, approved, welcomeOf(shared, 'volunteer')))).toBe(
      'not-admitted',
    );
  });

  test('with other keys than the log tells of, or with too few', async () => {
    const { talked, approved } = await approvedTalk();
    await admitApproved(shared, approved);
    const whole = welcomeOf(shared, 'volunteer');
    const { members, team } = shared.hoards;
    const made = [{ epoch: 1, secret: makeCircleSecret() }];
    for (const circles of [
      { members },
      { members, team: members },
      { members, team: { ...team, secrets: made } },
      { members, team: { ...team, secrets: [] } },
      { members: { ...members, idKey: randomBytes(32) }, team },
    ]) {
      expect(kindOf(await entering(talked, approved, { ...whole, circles }))).toBe('wrong-keys');
    }
  });

  test('with an act that is none, and with parts that are missing, twice or swapped', async () => {
    const { talked, approved } = await approvedTalk('resident');
    await admitApproved(shared, approved);
    const whole = welcomeOf(shared, 'resident');
    for (const act of [{}, { ...whole.acts[0], at: '2026-01-01T00:00:00.000Z' }]) {
      const result = await entering(talked, approved, { ...whole, acts: [...whole.acts, act] });
      expect(kindOf(result)).toBe('broken');
    }
    const long = { ...whole, acts: [...whole.acts, { filling: 'x'.repeat(500_000) }] };
    const parts = valueIn(await sealWelcome(approved, long));
    expect(parts).toHaveLength(2);
    const [first = new Uint8Array(), second = new Uint8Array()] = parts;
    const { state } = talked.shown;
    for (const wrong of [[], [first], [second, first], [first, first], [first, second, second]]) {
      expect(kindOf(await enter(state, wrong, talked.phone.box))).toBe('broken');
    }
    const tooLong = { ...whole, acts: [{ filling: 'x'.repeat(2_100_000) }] };
    expect(kindOf(await sealWelcome(approved, tooLong))).toBe('too-big');
  });

  test('from a register that was never set up to be shared', async () => {
    const bare = await makePatch();
    const talked = await talk(bare, inviteTo(bare, 'resident'));
    const approved = valueIn(pickRight(talked));
    const own = { patch: bare, hoards: shared.hoards };
    await admitApproved(own, approved);
    expect(kindOf(await entering(talked, approved, welcomeOf(own, 'resident')))).toBe('wrong-keys');
  });
});
