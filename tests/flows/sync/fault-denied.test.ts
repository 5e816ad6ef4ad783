import { describe, expect, test } from 'vitest';
import { countWaiting } from '#sync/circle-memory.ts';
import { refAt } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();

const idsIn = (body: string): readonly string[] =>
  [...body.matchAll(/"_id":"([0-9a-f]{32})"/g)].map(([, id]) => id ?? '');

describe('row 18: one of a hundred that the hub will not take', () => {
  /** A hub that takes all but one document, as if its gate knew something ours does not. */
  const refusing = (id: string) => {
    stage.proxy.faults = ({ path }) =>
      path.includes('_bulk_docs')
        ? {
            rewrite: (text) => JSON.stringify({ ...JSON.parse(text), docs: docsBut(text, id) }),
            change: (told, sent) => [
              ...(told as object[]),
              ...(idsIn(sent).includes(id)
                ? [{ id, error: 'forbidden', reason: 'bad-envelope' }]
                : []),
            ],
          }
        : undefined;
  };
  const docsBut = (text: string, id: string) =>
    (JSON.parse(text) as { docs: { _id: string }[] }).docs.filter(({ _id }) => _id !== id);

  test('99 go and are shared, it is listed with its reason, and goes once it has changed', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    for (let at = 0; at < 100; at += 1) await one.say(at, { summary: `words ${at}` });
    const bad = await one.store.idOf(refAt(50));
    refusing(bad);
    const report = await one.round();
    expect(report).toMatchObject({ circles: { members: { pushed: 99, end: 'shared' } } });
    expect(one.memory().state().denied).toMatchObject({ [bad]: { reason: 'bad-envelope' } });
    expect(await countWaiting(one.store)).toBe(1);
    await one.restart();
    expect([...one.memory().waiting()]).toEqual([bad]);
    await one.round();
    expect([...one.memory().waiting()]).toEqual([bad]);
    stage.proxy.faults = () => undefined;
    await two.round();
    expect(await two.leaves()).toHaveLength(99);

    await one.say(50, { summary: 'put right' });
    await one.round();
    expect(one.memory().state().denied).toEqual({});
    expect(await countWaiting(one.store)).toBe(0);
    await two.round();
    expect(await two.content()).toEqual(await one.content());
  });
});
