import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { bornAs } from '#domain/connection/connection.ts';
import { noticeHash } from '#services/sharing/notices.ts';
import { writeNotice } from '#services/write-notice.ts';
import { valueIn } from '../../seal/made-up-ring.ts';
import { say, stateOf } from '../../trust/neighbours.ts';
import { bench, erasingStage } from './support/erasing-stage.ts';

const secret = { ...bench, name: 'Quiet corner', share: 'team' };

const stage = erasingStage();
const { stewards, somebodys } = stage;

describe('erasing everywhere', () => {
  test('leaves no byte of a thing and of what hangs on it, here and on who hears of it', async () => {
    const ann = stewards();
    const bo = await somebodys('volunteer');
    const thing = await ann.add('place', bench);
    await ann.write(thing, { name: 'Chatty bench by the canal' });
    const other = await ann.add('place', { ...bench, name: 'Reading room' });
    const tie = await ann.add('connection', {
      ...bornAs('could-connect', 'members'),
      ...{ rel: 'could-connect', from: { ...thing }, to: { ...other } },
    });
    await bo.hear(ann);
    expect(await bo.holds(tie)).toBe(true);
    expect(await ann.erase(thing, [tie])).toEqual({ ok: true, value: null });
    await bo.hear(ann);
    for (const phone of [ann, bo]) {
      for (const ref of [thing, tie]) {
        expect(await phone.holds(ref)).toBe(false);
        expect(await phone.everyByte(ref)).not.toContain('"c":');
      }
      expect(await phone.holds(other)).toBe(true);
    }
    // What this phone alone knows went first: nothing tells whose it was afterwards.
    expect(bo.forgotten).toHaveLength(2);
  });

  test('takes what the team alone held as well', async () => {
    const ann = stewards();
    const bo = await somebodys('volunteer');
    const thing = await ann.add('place', secret);
    await bo.hear(ann);
    expect(await bo.holds(thing)).toBe(true);
    await ann.erase(thing);
    await bo.hear(ann);
    expect(await bo.holds(thing)).toBe(false);
    expect(await bo.everyByte(thing)).not.toContain('"c":');
  });

  test('buries what an old phone says late, in whichever circle it says it', async () => {
    const ann = stewards();
    const [bo, old] = [await somebodys('volunteer'), await somebodys('volunteer')];
    const said = await ann.add('place', bench);
    const moved = await ann.add('place', { ...bench, name: 'Corner shop' });
    const widened = await ann.add('place', secret);
    for (const phone of [bo, old]) await phone.hear(ann);
    await old.write(said, { summary: 'an old phone knows better' });
    await old.write(moved, { share: 'team' });
    await old.write(widened, { share: 'members' });
    for (const ref of [said, moved, widened]) await ann.erase(ref);
    // It speaks to one that has heard, before it has heard itself.
    await bo.hear(ann);
    await bo.hear(old);
    await old.hear(bo);
    for (let turn = 0; turn < 2; turn += 1) {
      await ann.hear(bo);
      await bo.hear(old);
      await old.hear(ann);
    }
    for (const phone of [ann, bo, old])
      for (const ref of [said, moved, widened]) {
        expect(await phone.holds(ref)).toBe(false);
        expect(await phone.everyByte(ref)).not.toContain('"c":');
      }
  });

  test('of more than fits one notice is told in several', async () => {
    const ann = stewards();
    const bo = await somebodys('coordinator');
    const thing = await ann.add('place', bench);
    const hanging = Array.from({ length: 450 }, () => ({
      ...{ type: 'confirmation' as const, id: crypto.randomUUID() },
    }));
    const last = hanging.at(-1);
    if (!last) throw new Error('none');
    const now = '2026-11-26T10:00:00Z';
    await ann.write(last, { about: { ...thing }, at: now, by: thing.id, share: 'members' });
    await bo.hear(ann);
    expect(await ann.erase(thing, hanging)).toMatchObject({ ok: true });
    await bo.hear(ann);
    expect(await bo.holds(last)).toBe(false);
    expect(await bo.notices.read(stateOf(stage.patch()))).toHaveLength(4);
  });
});

describe('who may not', () => {
  test('is told so, and nothing is written', async () => {
    const bo = await somebodys('volunteer');
    const thing = await bo.add('place', bench);
    const acts = stage.patch().acts.length;
    expect(await bo.erase(thing)).toMatchObject({ error: { kind: 'not-allowed-here' } });
    expect(await bo.holds(thing)).toBe(true);
    expect(stage.patch().acts).toHaveLength(acts);
  });

  test('is heeded by nobody, whatever they sign', async () => {
    const ann = stewards();
    const bo = await somebodys('volunteer');
    const thing = await ann.add('place', bench);
    await bo.hear(ann);
    const id = (await bo.stores.members?.idOf(thing)) ?? '';
    const said = { ids: [id], on: '2026-11-26', reason: 'erased' as const };
    await say(stage.patch(), bo.own, { kind: 'notice', notice: await noticeHash(said) });
    valueIn(await writeNotice(bo.parts, 'members', said));
    await bo.stores.members?.leave(thing);
    await ann.hear(bo);
    expect(await ann.holds(thing)).toBe(true);
  });

  test('can’t use a steward’s notice for another thing', async () => {
    const ann = stewards();
    const bo = await somebodys('volunteer');
    const [gone, stays] = [await ann.add('place', bench), await ann.add('place', bench)];
    await bo.hear(ann);
    await ann.erase(gone);
    await bo.hear(ann);
    const real = (await bo.notices.read(stateOf(stage.patch()))).find(
      ({ share }) => share === 'members',
    );
    if (!real) throw new Error('no notice');
    const id = (await bo.stores.members?.idOf(stays)) ?? '';
    await bo.add('notice', { ...(real as unknown as JsonObject), ids: [id] });
    await ann.hear(bo);
    expect(await ann.holds(stays)).toBe(true);
  });

  test('a notice counts when the log’s word on it has come, and not before', async () => {
    const ann = stewards();
    const bo = await somebodys('volunteer');
    const thing = await ann.add('place', bench);
    await bo.hear(ann);
    const before = stateOf(stage.patch());
    await ann.erase(thing);
    await bo.hear(ann, before);
    expect(await bo.holds(thing)).toBe(true);
    await bo.hear(ann);
    expect(await bo.holds(thing)).toBe(false);
  });
});
