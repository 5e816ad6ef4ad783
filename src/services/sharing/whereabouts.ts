import { fromBase64 } from '#base/bytes.ts';
import { openFarewell } from '#trust/farewell.ts';
import { keepOut, type Out } from '../out.ts';
import { isToBeEmptied, outByLog } from './standing-here.ts';
import type { SharingParts, Tools } from './tools.ts';

/** Whether this phone still belongs, and what follows where it does not. */
export function whereabouts(parts: SharingParts, { log, api }: Pick<Tools, 'log' | 'api'>) {
  const { ground, sharedAs, device, out, reopen, empty } = parts;
  const { register } = ground.keys;
  let isOver = false;
  let isHeld = false;

  const moveTo = async (next: Out | undefined): Promise<void> => {
    if (next === out) return;
    isOver = true;
    await keepOut(device, register, next);
    reopen();
  };

  /** By all that is known now; `isShut`: the hub has just refused this phone, or just let it in. */
  const look = async (isShut: boolean = out === 'not-let-in'): Promise<void> => {
    if (isOver || isHeld) return;
    const state = await log.read();
    if (isToBeEmptied(state, sharedAs)) {
      isOver = true;
      return empty();
    }
    await moveTo(outByLog(state, sharedAs) ?? (isShut ? 'not-let-in' : undefined));
  };

  /** Nothing in it counts but what the log lets count: it may come from anybody. */
  const hearFarewell = async (): Promise<void> => {
    const told = await api.farewell(register);
    const sealed = told.ok ? fromBase64(told.value ?? '') : undefined;
    if (!sealed || sealed.length === 0) return;
    const to = { register, device: sharedAs.device };
    const acts = await openFarewell(sharedAs.box, sealed, to);
    if (acts.ok) await log.keep(acts.value);
  };

  return {
    look,
    /** The hub does not let this phone in: why may lie there, signed. */
    onShut: async (): Promise<void> => {
      await hearFarewell();
      await look(true);
    },
    /** While something is under way that ends with this phone's going. */
    hold: async <T>(work: () => Promise<T>): Promise<T> => {
      isHeld = true;
      return work().finally(() => {
        isHeld = false;
      });
    },
    onLetIn: (): Promise<void> => look(false),
  };
}
