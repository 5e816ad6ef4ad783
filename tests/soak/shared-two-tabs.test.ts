import { beforeAll, test } from 'vitest';
import { hubAndPhones } from '../browser/support/hub-and-phones.ts';
import {
  expectEverywhere,
  leavesAtHub,
  type SharedPair,
  sharedPair,
} from '../browser/support/shared-pair.ts';
import { writeInTwoTabs } from '../browser/support/write-while-sharing.ts';

const stage = hubAndPhones('shared-two-tabs');
const each = 150;

let pair: SharedPair;

beforeAll(async () => {
  pair = await sharedPair(stage);
});

test(`row 17: two tabs write ${each} each while it shares: all are here, at the hub and with the other, once`, async () => {
  const before = await leavesAtHub(pair);
  await expectEverywhere(pair, await writeInTwoTabs(pair, each), before);
});
