import { test } from 'vitest';
import { expectEverywhere, leavesAtHub, sharedPair } from '../browser/support/shared-pair.ts';
import { killWhileSharing } from '../browser/support/write-while-sharing.ts';

const pair = sharedPair('shared-killed');
const kills = 20;

test(`row 1: killed ${kills} times while it saves and sends: all is here, at the hub and with the other, once`, async () => {
  const before = await leavesAtHub(pair());
  const { confirmed, pressed } = await killWhileSharing(pair(), kills);
  await expectEverywhere(pair(), confirmed, before, pressed);
});
