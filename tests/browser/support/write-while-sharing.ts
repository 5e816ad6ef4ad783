import type { Request } from 'playwright';
import { farTimeout, goTo } from './neighbours.ts';
import type { Phone } from './open-phone.ts';
import type { SharedPair } from './shared-pair.ts';
import { addAsset, control, fillIn } from './steps.ts';
import { addSome, namesOfSome, openBeside } from './two-tabs.ts';

/** Both tabs of one phone write so many at once while it shares. Answers the names of all. */
export async function writeInTwoTabs(
  { anns, app }: SharedPair,
  each: number,
): Promise<readonly string[]> {
  const second = await openBeside(anns);
  const tabs = [anns, { ...anns, page: second }];
  for (const tab of tabs) await goTo(tab, `${app.origin}/list`);
  const sides = ['Left', 'Right'];
  await Promise.all(tabs.map(({ page }, at) => addSome(page, sides[at] ?? '', each)));
  await second.close();
  return sides.flatMap((side) => namesOfSome(side, each));
}

const tellsTheHub = (request: Request): boolean =>
  request.method() === 'POST' && request.url().includes('_bulk_docs');

/** Saves until the round that sends them begins to. Answers what was confirmed. */
async function saveUntilTold({ page }: Phone, who: string): Promise<readonly string[]> {
  let isTold = false;
  const told = page.waitForRequest(tellsTheHub, farTimeout).then(() => {
    isTold = true;
  });
  const confirmed: string[] = [];
  // Saves follow each other faster than rounds do.
  for (const name of namesOfSome(who, 3)) {
    if (isTold) break;
    await addAsset(page, { kind: 'Places', name });
    confirmed.push(name);
  }
  await told;
  return confirmed;
}

export interface Written {
  /** The screen said of these that they are saved. */
  readonly confirmed: readonly string[];
  /** Of these it had not said so yet. */
  readonly pressed: readonly string[];
}

/**
 * The browser is killed so many times while things are saved and sent: as the hub is being told,
 * and every second time as soon as Save is pressed for one more.
 */
export async function killWhileSharing(pair: SharedPair, times: number): Promise<Written> {
  const confirmed: string[] = [];
  const pressed: string[] = [];
  for (let time = 1; time <= times; time += 1) {
    confirmed.push(...(await saveUntilTold(pair.anns, `Kill ${time}`)));
    if (time % 2 === 0) {
      const { page } = pair.anns;
      const name = `Pressed ${time}`;
      await fillIn(page, { kind: 'Places', name });
      await control(page, 'button', 'Save').click({ noWaitAfter: true });
      pressed.push(name);
    }
    pair.anns = await pair.anns.kill();
    await goTo(pair.anns, `${pair.app.origin}/list`);
  }
  return { confirmed, pressed };
}
