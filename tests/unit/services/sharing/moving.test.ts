import { describe, expect, test } from 'vitest';
import { stateOf } from '../../trust/neighbours.ts';
import { bench, erasingStage } from './support/erasing-stage.ts';
import { ownHome } from './support/own-home.ts';

const stage = erasingStage();
const { stewards, somebodys } = stage;
const volunteers = () => somebodys('volunteer');

describe('a thing that is moved to the team, and back to all members', () => {
  test('is where it was last put, on every phone', async () => {
    const ann = stewards();
    const bo = await volunteers();
    const thing = await ann.add('place', bench);
    await bo.hear(ann);
    await ann.write(thing, { share: 'team' });
    await bo.hear(ann);
    expect(Object.keys(await bo.writer.read(thing))).toEqual(['team']);
    await ann.write(thing, { share: 'members' });
    expect(Object.keys(await ann.writer.read(thing))).toEqual(['members']);
    await bo.hear(ann);
    await ann.hear(bo);
    for (const phone of [ann, bo]) {
      expect(Object.keys(await phone.writer.read(thing))).toEqual(['members']);
      expect(phone.writer.valuesOf(await phone.writer.read(thing))).toMatchObject({
        name: 'Chatty bench',
      });
    }
  });

  test('and to the team once more: late words in the wider circle are buried again', async () => {
    const ann = stewards();
    const [bo, late] = [await volunteers(), await volunteers()];
    const thing = await ann.add('place', bench);
    for (const phone of [bo, late]) await phone.hear(ann);
    await ann.write(thing, { share: 'team' });
    await ann.write(thing, { share: 'members' });
    await bo.hear(ann);
    await bo.write(thing, { share: 'team', name: 'Quiet corner' });
    await late.write(thing, { summary: 'an old phone knows better' });
    for (let turn = 0; turn < 2; turn += 1) {
      await ann.hear(late);
      await ann.hear(bo);
      await bo.hear(ann);
      await late.hear(bo);
    }
    for (const phone of [ann, bo, late]) {
      expect(Object.keys(await phone.writer.read(thing))).toEqual(['team']);
      expect(phone.writer.valuesOf(await phone.writer.read(thing))).toMatchObject({
        name: 'Quiet corner',
      });
    }
  });

  test('what a phone that was away all the while still had is joined, and nothing is lost', async () => {
    const ann = stewards();
    const away = await volunteers();
    const thing = await ann.add('place', bench);
    await away.hear(ann);
    await ann.write(thing, { share: 'team' });
    await ann.write(thing, { share: 'members', summary: 'back again' });
    await away.hear(ann);
    await ann.hear(away);
    for (const phone of [ann, away])
      expect(phone.writer.valuesOf(await phone.writer.read(thing))).toMatchObject({
        ...{ name: 'Chatty bench', summary: 'back again', share: 'members' },
      });
  });

  test('does not make a notice that erases be taken back', async () => {
    const ann = stewards();
    const bo = await volunteers();
    const thing = await ann.add('place', bench);
    await bo.hear(ann);
    await ann.erase(thing);
    const [notice] = (await ann.notices.read(stateOf(stage.patch()))).filter(
      ({ share }) => share === 'members',
    );
    if (!notice) throw new Error('no notice');
    await ann.write({ type: 'notice', id: notice.id }, { deleted: true });
    await bo.hear(ann);
    expect(await bo.holds(thing)).toBe(false);
  });

  test('keeps what somebody of the team said of it before they heard that it was moved', async () => {
    const ann = stewards();
    const [bo, cai] = [await volunteers(), await volunteers()];
    const thing = await ann.add('place', bench);
    for (const phone of [bo, cai]) await phone.hear(ann);
    await ann.write(thing, { share: 'team' });
    await bo.write(thing, { summary: 'said meanwhile' });
    for (let turn = 0; turn < 3; turn += 1) {
      for (const other of [bo, cai]) await ann.hear(other);
      for (const one of [bo, cai]) await one.hear(ann);
    }
    for (const phone of [ann, bo, cai]) {
      const bodies = await phone.writer.read(thing);
      expect(Object.keys(bodies)).toEqual(['team']);
      expect(phone.writer.valuesOf(bodies)).toMatchObject({
        ...{ name: 'Chatty bench', summary: 'said meanwhile', share: 'team' },
      });
    }
  });

  test('also where only those who stayed in the wider circle pass it on', async () => {
    const ann = stewards();
    const member = await somebodys('resident');
    const thing = await ann.add('place', bench);
    await member.hear(ann);
    await ann.write(thing, { share: 'team' });
    await member.write(thing, { summary: 'said by a member meanwhile' });
    // Only when she has heard all circles does she know that she knows where it is.
    for (let turn = 0; turn < 2; turn += 1) await ann.hear(member);
    expect(ann.writer.valuesOf(await ann.writer.read(thing))).toMatchObject({
      summary: 'said by a member meanwhile',
    });
    await member.hear(ann);
    expect(await member.holds(thing)).toBe(false);
  });

  test('two who moved it at once, and one who moves it back before they hear of the other: the team has all of it', async () => {
    const ann = stewards();
    const bo = await volunteers();
    const thing = await ann.add('place', { ...bench, summary: 'by the canal' });
    await bo.hear(ann);
    await ann.write(thing, { share: 'team' });
    await bo.write(thing, { share: 'team' });
    await ann.write(thing, { share: 'members' });
    for (let turn = 0; turn < 3; turn += 1) {
      await ann.hear(bo);
      await bo.hear(ann);
    }
    for (const phone of [ann, bo]) {
      const bodies = await phone.writer.read(thing);
      expect(Object.keys(bodies)).toEqual(['team']);
      expect(phone.writer.valuesOf(bodies)).toMatchObject({
        ...{ name: 'Chatty bench', summary: 'by the canal', share: 'team' },
      });
    }
  });

  test('a member who noted something of it for themselves keeps the note alone', async () => {
    const ann = stewards();
    const member = await somebodys('resident', ownHome());
    const thing = await ann.add('place', bench);
    await member.hear(ann);
    await member.write(thing, { note: 'only mine' });
    await ann.write(thing, { share: 'team' });
    await member.hear(ann);
    expect(member.writer.valuesOf(await member.writer.read(thing))).toEqual({ note: 'only mine' });
  });

  test('late words stay until it is known where the thing went, though others have buried them', async () => {
    const ann = stewards();
    const [bo, member] = [await volunteers(), await somebodys('resident')];
    const thing = await ann.add('place', bench);
    for (const phone of [bo, member]) await phone.hear(ann);
    await bo.write(thing, { summary: 'said late' });
    await member.hear(bo);
    await ann.write(thing, { share: 'team' });
    await member.hear(ann);
    const atTheHub = { ...member.stores, ...(ann.stores.team && { team: ann.stores.team }) };
    for (let turn = 0; turn < 2; turn += 1) await bo.hear({ stores: atTheHub });
    const bodies = await bo.writer.read(thing);
    expect(Object.keys(bodies)).toEqual(['team']);
    expect(bo.writer.valuesOf(bodies)).toMatchObject({ summary: 'said late' });
  });
});
