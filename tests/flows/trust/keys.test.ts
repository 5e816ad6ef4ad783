import { expect, test } from 'vitest';
import { enter } from '#trust/joining/enter.ts';
import { sealWelcome } from '#trust/joining/welcome.ts';
import { makeEpoch } from '#trust/make-epoch.ts';
import { isWholeHoard, openEpoch } from '#trust/open-epoch.ts';
import { openRing, sealRing } from '#trust/recovery-ring.ts';
import { keysFromWords, makeSheet } from '#trust/recovery-sheet.ts';
import {
  admitApproved,
  inviteTo,
  pickRight,
  sharedPatch,
  talk,
  welcomeOf,
} from '../../unit/trust/joining/two-sides.ts';
import { say, stateOf, valueIn } from '../../unit/trust/neighbours.ts';

/** What a reload leaves of a value: what IndexedDB gives back. */
async function throughIndexedDb<T>(value: T): Promise<T> {
  const opening = indexedDB.open('trust-keys', 1);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const store = db.transaction('kept', 'readwrite').objectStore('kept');
  store.put(value, 'it');
  const reading = store.get('it');
  const kept = await new Promise<T>((resolve, reject) => {
    reading.onsuccess = () => resolve(reading.result as T);
    reading.onerror = () => reject(reading.error);
  });
  db.close();
  return kept;
}

test('a browser joins, takes a new epoch and is brought back by six words, over reloads', async () => {
  const shared = await sharedPatch();
  const { patch, hoards } = shared;
  const talked = await talk(patch, inviteTo(patch, 'volunteer'));
  const choosing = await throughIndexedDb(talked.choosing);
  const approved = valueIn(pickRight({ ...talked, choosing }));
  await admitApproved(shared, approved);
  const parts = valueIn(await sealWelcome(approved, welcomeOf(shared, 'volunteer')));
  const box = await throughIndexedDb(talked.phone.box);
  const shown = await throughIndexedDb(talked.shown.state);
  const joined = valueIn(await enter(shown, parts, box));
  expect(joined.circles.get('team')).toEqual(hoards.team);

  const closes = 'a'.repeat(64);
  const wish = { state: stateOf(patch), circle: 'team', hoard: hoards.team, closes } as const;
  const { act } = valueIn(await makeEpoch(wish));
  await say(patch, patch.founder, act);
  const own = { name: joined.device, box };
  const all = valueIn(await openEpoch(patch.root.register, act, own));
  expect(await isWholeHoard(stateOf(patch), 'team', all)).toBe(true);

  const sheet = valueIn(await makeSheet());
  const device = { device: sheet.keys, salt: sheet.salt };
  const sealed = valueIn(await sealRing(patch.root.register, device, hoards));
  const opened = valueIn(await openRing(patch.root.register, sealed, sheet.words));
  expect(opened.ring).toEqual(hoards);
});

test('words make the same keys here as everywhere', async () => {
  const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
  const words = ['abacus', 'drop-down', 'zoom', 'yo-yo', 'tiger', 'walrus'];
  expect(valueIn(await keysFromWords(words, salt)).keys).toEqual({
    sign: 'fUfiAvB36IahnMxRi6RQ0SAHUcYRxNmPcpbMU+LUigc=',
    box: 'FUl5mZDlOf5G+AdGsVSeqe6QOI80h6d4so490UWEDHU=',
  });
});
