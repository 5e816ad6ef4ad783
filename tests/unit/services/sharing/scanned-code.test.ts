import { describe, expect, test } from 'vitest';
import { fail, ok } from '#base/result.ts';
import { hubInCode, inviteInCode } from '#services/sharing/scanned-code.ts';
import { readInvite } from '#trust/invite.ts';
import { inviteLink } from '../../../support/invite-link.ts';

const link = inviteLink();

const lookOn = (day: string) => (text: string) => {
  const read = readInvite(text, new Date(day));
  if (!read.ok) return read;
  const { role, hub = '', until } = read.value;
  return ok({ role, hub, until: until.toISOString() });
};
/** Half a day after the invite was made. */
const look = lookOn('2026-11-27T02:00:00Z');
const later = lookOn('2026-11-30T02:00:00Z');

describe('a code on the way into a register', () => {
  test('is taken as the invite it is, whatever white space is about it', () => {
    expect(inviteInCode(link, look)).toEqual(ok(link));
    expect(inviteInCode(`\n${link} `, look)).toEqual(ok(link));
  });

  test('of an invite that is over, cut off or newer says so', () => {
    expect(inviteInCode(link, later)).toEqual(fail('expired'));
    expect(inviteInCode(link.slice(0, -80), look)).toEqual(fail('broken'));
    expect(inviteInCode(link.replace('#v=1', '#v=2'), look)).toEqual(fail('other-version'));
  });

  test.each([
    ['WIFI:T:WPA;S:Cafe;P:secret;;', fail('code-wifi')],
    ['https://shop.example/offer', fail('code-site', { host: 'shop.example' })],
    ['https://films.example/watch#v=2', fail('code-site', { host: 'films.example' })],
    ['https://book.example.org/', fail('code-site', { host: 'book.example.org' })],
    ['BEGIN:VCARD', fail('code-other')],
    ['javascript:alert(1)', fail('code-other')],
    ['', fail('code-other')],
    ['9'.repeat(20), fail('code-other')],
  ])('that is none is named: %j', (text, failure) => {
    expect(inviteInCode(text, look)).toEqual(failure);
  });
});

describe('a code for the address of a hub', () => {
  test.each([
    ['https://book.example.org', 'https://book.example.org'],
    ['HTTPS://BOOK.EXAMPLE.ORG/list?from=wall', 'https://book.example.org'],
    ['book.example.org', 'https://book.example.org'],
    ['book.example.org:8443/', 'https://book.example.org:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('%j is %j', (text, origin) => {
    expect(hubInCode(text)).toEqual(ok(origin));
  });

  test.each([
    [link, fail('code-invite')],
    ['http://book.example.org', fail('address-not-safe')],
    ['https://me:secret@book.example.org', fail('address-not-right')],
    ['WIFI:S:book.example.org;;', fail('code-wifi')],
    ['hello', fail('code-other')],
    ['javascript:alert(1)', fail('code-other')],
  ])('%j is none', (text, failure) => {
    expect(hubInCode(text)).toEqual(failure);
  });
});
