import { cpSync, existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { CircleRing } from '#seal/circle-ring.ts';
import {
  addAccount,
  asking,
  type HostedRegister,
  type HubWishes,
  hostingWish,
  hostRegister,
  hubFolders,
  type MadeUpAccount,
  type RunningHub,
  startHub,
} from '../unit/hub/support/running-hub.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';
import { aPhone, makeRing, type TestPhone } from './sync-phones.ts';

const many = 1_000_000;
const limits = { foundings: many, perAccount: many, perAddress: many, registers: many };

/** A real hub, what stands before it, and phones of a register that is new in each test. */
export interface SyncStage {
  readonly hub: RunningHub;
  readonly proxy: FaultProxy;
  readonly register: HostedRegister;
  readonly ring: CircleRing;
  /** A new register, as each test begins with one. */
  fresh(): Promise<void>;
  account(): Promise<MadeUpAccount>;
  phone(account?: MadeUpAccount): Promise<TestPhone>;
  /** Everything said: all phones go round until none has anything new, `most` times at most. */
  untilQuiet(phones: readonly TestPhone[], most?: number): Promise<number>;
  hubRoot(): Promise<string>;
  /** Stops the hub, does something to its folder, starts it again, maybe with other wishes. */
  meanwhile(work: (dataFolder: string) => void, wishes?: HubWishes): Promise<void>;
  /** Founds the register once more, for the same founder, as after a hub was set up anew. */
  foundAgain(accounts: readonly MadeUpAccount[]): Promise<void>;
}

export function syncStage(): SyncStage {
  const folders = hubFolders();
  const now: { -readonly [K in 'hub' | 'proxy' | 'register' | 'ring']?: SyncStage[K] } = {};
  const the = <K extends keyof typeof now>(name: K): SyncStage[K] => {
    const there = now[name];
    if (!there) throw new Error(`No ${name} yet.`);
    return there as SyncStage[K];
  };

  beforeAll(async () => {
    now.hub = await startHub(folders, { limits });
    now.proxy = await faultProxy(now.hub.origin);
  });
  const fresh = async () => {
    the('proxy').faults = () => undefined;
    the('proxy').passed.length = 0;
    now.register = await hostRegister(the('hub').origin);
    now.ring = await makeRing(now.register.id);
  };
  beforeEach(fresh);
  afterAll(async () => {
    await now.proxy?.stop();
    await now.hub?.stop();
    folders.forget();
  });

  const account = () => addAccount(the('register'), ['members']);
  const root = async () => {
    const { id, ask } = the('register');
    const { body } = await ask('POST', `/api/registers/${id}/heads`);
    return (body as { circles: { members: { root: string } } }).circles.members.root;
  };

  return {
    get hub() {
      return the('hub');
    },
    get proxy() {
      return the('proxy');
    },
    get register() {
      return the('register');
    },
    get ring() {
      return the('ring');
    },
    fresh,
    account,
    phone: async (given) =>
      aPhone({
        register: the('register'),
        ring: the('ring'),
        account: given ?? (await account()),
        origin: the('proxy').origin,
      }),
    untilQuiet: async (phones, most = 6) => {
      for (let round = 1; round <= most; round += 1) {
        for (const phone of phones) await phone.round();
        const roots = await Promise.all(phones.map((phone) => phone.memory().index.root()));
        if (new Set([...roots, await root()]).size === 1) return round;
      }
      throw new Error(`Not alike after ${most} rounds.`);
    },
    hubRoot: root,
    meanwhile: async (work, wishes = {}) => {
      await the('hub').stop();
      work(folders.dataFolder);
      now.hub = await startHub(folders, { limits, ...wishes });
      the('proxy').target = now.hub.origin;
      const { founder } = the('register');
      now.register = { ...the('register'), ask: asking(now.hub.origin, founder) };
    },
    foundAgain: async (accounts) => {
      const { founded, founder, id, ask } = the('register');
      await ask('POST', '/api/registers', await hostingWish(founded, founder));
      for (const { id: one, tokenHash } of accounts)
        await ask('PUT', `/api/registers/${id}/accounts/${one}`, {
          ...{ tokenHash, circles: ['members'], mayInvite: false },
        });
    },
  };
}

export const copyFolder = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
};
