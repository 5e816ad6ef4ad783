import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  envelopeId,
  idKeyFromBytes,
  idKeyToBytes,
  makeIdKey,
  writerPseudonym,
} from '#seal/id-key.ts';
import { madeUpIdKey, recordId, valueIn } from './made-up-ring.ts';

const uuid = '6ba7b810-9dad-41d1-80b4-00c04fd430c8';

describe('envelope ids', () => {
  test('are the pinned ones: changed, the same import would make every record twice', async () => {
    expect(await envelopeId(await madeUpIdKey(), 'place', uuid)).toBe(recordId);
  });

  test('differ by type, by uuid and by circle', async () => {
    const key = await madeUpIdKey();
    const ids = await Promise.all([
      envelopeId(key, 'place', uuid),
      envelopeId(key, 'person', uuid),
      envelopeId(key, 'place', uuid.replace('6', '7')),
      envelopeId(await makeIdKey(), 'place', uuid),
    ]);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('writer pseudonyms', () => {
  test('are the pinned ones', async () => {
    expect(await writerPseudonym(await madeUpIdKey(), 'device-1')).toBe('b796b6e13353fe04');
  });

  test('are other ones in each circle', async () => {
    const [members, team] = [await makeIdKey(), await makeIdKey()];
    expect(await writerPseudonym(members, 'device-1')).not.toBe(
      await writerPseudonym(team, 'device-1'),
    );
  });

  test('are never the beginning of an id, whatever a device is called', async () => {
    const key = await madeUpIdKey();
    const name = fc.string({ maxLength: 12 });
    const type = fc.stringMatching(/^[a-z]{1,12}$/);
    await fc.assert(
      fc.asyncProperty(type, name, async (kind, id) => {
        const made = await envelopeId(key, kind, id);
        for (const device of [id, kind, `${kind}:${id}`, `:${kind}:${id}`]) {
          expect(made.startsWith(await writerPseudonym(key, device))).toBe(false);
        }
      }),
    );
  });
});

describe('the id key', () => {
  test('travels to a new member and gives the same ids there', async () => {
    const key = await makeIdKey();
    const joined = valueIn(await idKeyFromBytes(await idKeyToBytes(key), false));
    expect(await envelopeId(structuredClone(joined), 'place', uuid)).toBe(
      await envelopeId(key, 'place', uuid),
    );
  });

  test('stays where it is on a phone that may not invite', async () => {
    await expect(idKeyToBytes(await madeUpIdKey(false))).rejects.toThrow();
  });

  test.each([0, 31, 33])('of %i bytes is refused', async (length) => {
    expect(await idKeyFromBytes(new Uint8Array(length), true)).toMatchObject({ ok: false });
  });
});
