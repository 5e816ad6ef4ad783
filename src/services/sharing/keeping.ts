import type { Sharer } from '#sync/sharer.ts';
import type { SharerState } from '#sync/sharer-state.ts';
import { hubAccounts } from './hub-accounts.ts';
import { noRounds, openRounds } from './rounds.ts';
import type { SharingParts, Tools } from './tools.ts';
import type { View } from './view.ts';
import { whereabouts } from './whereabouts.ts';

/** Rounds, what they bring, and what they say of this phone's place in the register. */
export function openKeeping(parts: SharingParts, tools: Tools, view: View) {
  const { out, sharedAs, ground, reach } = parts;
  const { register } = ground.keys;
  const { log, api, sheets, afoot } = tools;
  const here = whereabouts(parts, tools);
  const accounts = hubAccounts({ register, own: sharedAs, log, api });
  const endOwn = () => api.endAccount(register, sharedAs.account);

  let aligned = '';
  /** Once for each state of the log: only a phone that has just heard all may correct the hub, or give it a ring. */
  const align = async (): Promise<void> => {
    const heads = (await log.read()).heads.join();
    if (heads === aligned) return;
    const seen = await view.askAccounts();
    const told = await accounts.catchUp(seen);
    // What can't be opened yet, as under a key that just came, could be the act that names somebody.
    const isWhole = (await parts.catalogue.held.count()) === 0;
    const cleared = await accounts.endStrangers(isWhole ? seen : []);
    const kept = await sheets.keepFresh();
    if (told.ok && cleared.ok && kept.ok) aligned = heads;
  };

  const onShared = async (): Promise<void> => {
    if (out === 'not-let-in') await here.onLetIn();
    if (out === 'left') await endOwn();
  };

  let last: SharerState['kind'] | undefined;
  const onState = (sync: SharerState): void => {
    view.show({ sync });
    const { kind, failure } = sync;
    if (kind === last) return;
    last = kind;
    if (kind === 'stopped' && failure?.kind === 'not-allowed') afoot.run(here.onShut);
    if (kind === 'stopped' && failure?.kind === 'update-app') reach.lookForNewer();
    if (kind === 'shared') afoot.run(onShared);
  };

  const onTaken = async (): Promise<void> => {
    await here.look();
    await align();
  };
  const onPhotos = () => afoot.run(view.lookAgain);
  const sharer: Sharer =
    out === 'removed'
      ? noRounds(parts, tools, { onState })
      : openRounds(parts, tools, { onState, onTaken, onPhotos });
  return { here, accounts, sharer, endOwn };
}
