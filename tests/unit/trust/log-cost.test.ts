import { expect, test } from 'vitest';
import type { VerifiedAct } from '#trust/act.ts';
import { replay } from '#trust/log.ts';
import { admit, makePatch, makePhone, type Patch, remove, say } from './neighbours.ts';

/** Two stewards who admit and remove without seeing each other, and meet every tenth act. */
async function longLog(length: number): Promise<Patch> {
  const patch = await makePatch();
  const second = await makePhone();
  const { name } = await say(patch, patch.founder, admit(second, 'steward'));
  let heads: readonly [string, string] = [name, name];
  const fresh = await makePhone();
  for (let at = 1; patch.acts.length < length; at += 1) {
    const prev = at % 10 === 0 ? [...new Set(heads)] : undefined;
    const admitted = await say(
      patch,
      patch.founder,
      admit(await withNewKey(fresh, at), 'resident'),
      prev ?? [heads[0]],
    );
    const noted = await say(
      patch,
      second,
      { kind: 'notice', notice: admitted.name },
      prev ?? [heads[1]],
    );
    const last =
      at % 3 === 0
        ? await say(patch, patch.founder, remove(admitted.name), [admitted.name])
        : admitted;
    heads = [last.name, noted.name];
  }
  return { ...patch, acts: patch.acts.slice(0, length) };
}

/** Nothing is signed by those who are admitted here, so their keys need only differ. */
async function withNewKey(phone: Awaited<ReturnType<typeof makePhone>>, at: number) {
  const bytes = new Uint8Array(32).fill(9);
  new DataView(bytes.buffer).setUint32(8, at);
  return { ...phone, keys: { ...phone.keys, sign: btoa(String.fromCharCode(...bytes)) } };
}

function took({ root }: Patch, acts: readonly VerifiedAct[]): number {
  const from = performance.now();
  replay(root, acts);
  return performance.now() - from;
}

test('four times the acts take far less than sixteen times as long', async () => {
  const patch = await longLog(2000);
  expect(replay(patch.root, patch.acts).uncounted.size).toBe(0);
  const some = patch.acts.slice(0, 500);
  // In turns and the best of many: whatever else the machine does then slows both.
  const rounds = Array.from({ length: 30 }, () => [took(patch, some), took(patch, patch.acts)]);
  const best = (at: number) =>
    Math.min(...rounds.map((round) => round[at] ?? Number.POSITIVE_INFINITY));
  expect(Math.log(best(1) / best(0)) / Math.log(4)).toBeLessThan(1.6);
});
