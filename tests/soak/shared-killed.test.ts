import { beforeAll, test } from 'vitest';
import { hubAndPhones } from '../browser/support/hub-and-phones.ts';
import {
  expectEverywhere,
  leavesAtHub,
  type SharedPair,
  sharedPair,
} from '../browser/support/shared-pair.ts';
import { killWhileSharing } from '../browser/support/write-while-sharing.ts';

const stage = hubAndPhones('shared-killed');
const kills = 20;

let pair: SharedPair;

beforeAll(async () => {
  pair = await sharedPair(stage);
});

test(`row 1: killed ${kills} times while it saves and sends: all is here, at the hub and with the other, once`, async () => {
  const before = await leavesAtHub(pair);
  const { confirmed, pressed } = await killWhileSharing(pair, kills);
  await expectEverywhere(pair, confirmed, before, pressed);
});
