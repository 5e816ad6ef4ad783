import { test } from 'vitest';
import { expectEverywhere, leavesAtHub, sharedPair } from '../browser/support/shared-pair.ts';
import { writeInTwoTabs } from '../browser/support/write-while-sharing.ts';

const pair = sharedPair('shared-two-tabs');
const each = 150;

test(`row 17: two tabs write ${each} each while it shares: all are here, at the hub and with the other, once`, async () => {
  const before = await leavesAtHub(pair());
  await expectEverywhere(pair(), await writeInTwoTabs(pair(), each), before);
});
