import { test } from 'vitest';
import { expectEverywhere, leavesAtHub, sharedPair } from './support/shared-pair.ts';
import { killWhileSharing, writeInTwoTabs } from './support/write-while-sharing.ts';

const pair = sharedPair('shared-faults');

test('rows 1 and 17: two tabs write at once while it shares, and it is killed: all is here, at the hub and with the other, once', async () => {
  const before = await leavesAtHub(pair());
  const written = await writeInTwoTabs(pair(), 2);
  const { confirmed, pressed } = await killWhileSharing(pair(), 1);
  await expectEverywhere(pair(), [...written, ...confirmed], before, pressed);
});
