import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Invite, makeInvite, readInvite, spellInvite } from '#trust/invite.ts';
import { runs } from '../../support/runs.ts';
import { now } from './neighbours.ts';

const wish = {
  hub: 'https://hub.example.org',
  register: '400ca0d0e6a80a51252674ef6e60617f',
  heads: ['a'.repeat(64), 'b'.repeat(64)],
  role: 'volunteer',
} as const;
const invite = makeInvite(wish, now);
const text = spellInvite(invite);

const verdict = (candidate: string, at = now) => {
  const result = readInvite(candidate, at);
  return result.ok ? 'sound' : result.error.kind;
};

describe('an invite', () => {
  test('is read from a link, a QR code’s text or the fragment alone', () => {
    for (const spelled of [text, `#${text}`, `https://hub.example.org/join#${text}`, ` ${text} `]) {
      expect(readInvite(spelled, now)).toEqual({ ok: true, value: invite });
    }
  });

  test('needs no hub', () => {
    const here = makeInvite({ ...wish, hub: undefined }, now);
    expect(readInvite(spellInvite(here), now)).toEqual({ ok: true, value: here });
  });

  test('is short enough for a QR code that a cheap phone reads', () => {
    expect(`${wish.hub}/join#${text}`.length).toBeLessThan(350);
  });

  test('lasts for 48 hours', () => {
    const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    expect([verdict(text, later(47.9)), verdict(text, later(48.1))]).toEqual(['sound', 'expired']);
  });

  test('has a secret and an id of its own each time', () => {
    const other = makeInvite(wish, now);
    expect(other.secret).not.toEqual(invite.secret);
    expect(other.invite).not.toBe(invite.invite);
    expect(invite.secret).toHaveLength(16);
  });

  test('names at most four of the newest acts', () => {
    const heads = Array.from({ length: 9 }, (_, at) => String(at).repeat(64));
    expect(makeInvite({ ...wish, heads }, now).heads).toEqual(heads.slice(0, 4));
  });

  test('of a newer version says so', () => {
    expect(verdict(text.replace('v=1', 'v=2'))).toBe('other-version');
    expect(verdict('v=2&whatever=else')).toBe('other-version');
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['some page', 'https://example.org/'],
    ['another page’s fragment', 'https://example.org/#top'],
    ['a tail that a messenger added', `${text}).`],
    ['one part more', `${text}&x=1`],
    ['a part twice', `${text}&v=1`],
    ['parts in another order', `r=${invite.register}&${text.replace(`&r=${invite.register}`, '')}`],
    ['upper case', text.replace(invite.register, invite.register.toUpperCase())],
    ['an unknown role', text.replace('volunteer', 'mayor')],
    ['a hub without TLS', text.replace('https', 'http')],
    ['a hub with a path', `${text}%2Fx`],
    ['a hub with a name in it', text.replace('hub.example', 'me%40hub.example')],
    ['a script for a hub', text.replace(/b=.*/, 'b=javascript%3Aalert(1)')],
    ['a long secret', text.replace('&s=', '&s=AAAA')],
    ['no heads', text.replace(/h=[^&]*/, 'h=')],
    ['five heads', text.replace(/h=([^&.]*)[^&]*/, 'h=$1.$1.$1.$1.$1')],
    ['a far end', text.replace(/u=\d+/, 'u=99999999999')],
    ['too much', `${'x'.repeat(900)}#${text}`],
    ['a prototype', `${text}&__proto__=1`],
  ])('with %s is broken', (_, candidate) => {
    expect(verdict(candidate)).toBe('broken');
  });

  test('cut off anywhere is broken', () => {
    for (let length = 0; length < text.indexOf('&b='); length += 1) {
      expect(verdict(text.slice(0, length))).toBe('broken');
    }
  });

  test('is never thrown at by any text, and has one spelling', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 900 }),
        fc.nat(text.length),
        (noise, at) => {
          const candidates = [
            noise,
            text.slice(0, at) + noise,
            text.slice(0, at) + noise + text.slice(at),
          ];
          for (const candidate of candidates) {
            const read = readInvite(candidate, now);
            if (read.ok) expect(candidate).toContain(spellInvite(read.value as Invite));
          }
        },
      ),
      runs(1000),
    );
  });
});
