import { beforeAll, test } from 'vitest';
import { hubAndPhones } from './support/hub-and-phones.ts';
import {
  expectEverywhere,
  leavesAtHub,
  type SharedPair,
  sharedPair,
} from './support/shared-pair.ts';
import { killWhileSharing, writeInTwoTabs } from './support/write-while-sharing.ts';

const stage = hubAndPhones('shared-faults');

let pair: SharedPair;

beforeAll(async () => {
  pair = await sharedPair(stage);
});

test('rows 1 and 17: two tabs write at once while it shares, and it is killed: all is here, at the hub and with the other, once', async () => {
  const before = await leavesAtHub(pair);
  const written = await writeInTwoTabs(pair, 2);
  const { confirmed, pressed } = await killWhileSharing(pair, 1);
  await expectEverywhere(pair, [...written, ...confirmed], before, pressed);
});
