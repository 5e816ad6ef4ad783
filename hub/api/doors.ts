import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../limits.ts';
import { isWhole } from '../registers/register.ts';
import type { Known } from '../registers/register-shelf.ts';
import { isTokenOf, readBearer } from '../registers/tokens.ts';
import type { Sharing } from '../sharing.ts';
import { refuse } from './answer.ts';
import { circleAddress } from './circle-address.ts';

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Stand before a route and before its body is read; each answers by itself where it refuses. */
export interface Doors {
  readonly anyAddress: Hook;
  /** Not many registers from one address. */
  readonly founder: Hook;
  /** An account, whatever its register. */
  readonly account: Hook;
  /** An account of the register in the address. */
  readonly member: Hook;
  /** The same, if it is in any circle. */
  readonly reader: Hook;
  /** An account of the register, if it may invite. */
  readonly inviter: Hook;
  /** The same, if it may invite into all circles. */
  readonly steward: Hook;
  /** The phone of an account that was ended with a farewell, by the token it had. */
  readonly leaver: Hook;
  /** Nobody in particular, who knows a register's id: as many a minute as wrong tokens. */
  readonly passerBy: Hook;
  /** An account that may touch the circle in the address. */
  readonly circle: Hook;
  /** Whoever was invited, by the invite's own token, or an account. */
  readonly mailbox: Hook;
}

/** The account that came through a door. Throws for a route without one: a bug. */
export function callerOf(request: FastifyRequest): Known {
  const known = callers.get(request);
  if (!known) throw new Error('This route stands open.');
  return known;
}
export const isAccount = (request: FastifyRequest): boolean => callers.has(request);
const callers = new WeakMap<FastifyRequest, Known>();

/** Where it was, and who came through the door for leavers. Throws for a route without it: a bug. */
export function leaverOf(request: FastifyRequest): Leaver {
  const leaver = leavers.get(request);
  if (!leaver) throw new Error('This route stands open.');
  return leaver;
}
const leavers = new WeakMap<FastifyRequest, Leaver>();

interface Leaver {
  readonly register: string;
  readonly account: string;
}

const minute = 60_000;
const parameter = (request: FastifyRequest, name: string): string => {
  const all: unknown = request.params;
  const value = Object.entries(all ?? {}).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
};

/** Needs `@fastify/rate-limit` to be there. */
export function makeDoors(api: FastifyInstance, sharing: Sharing, limits: Limits): Doors {
  const perAddress = limiter(api, limits.perAddress, minute);
  const wrongTokens = limiter(api, limits.wrongTokens, minute);
  const foundings = limiter(api, limits.foundings, 60 * minute);
  const perAccount = limiter(api, limits.perAccount, minute, (request) => callerOf(request).id);
  const perLeaver = limiter(
    api,
    limits.wrongTokens,
    minute,
    (request) => leaverOf(request).account,
  );

  /** Never asked before a token has been looked at: one phone must not shut out its whole Wi-Fi. */
  const stranger = async (request: FastifyRequest): Promise<Refusal> =>
    (await wrongTokens(request)) ?? unauthorized;

  const account: Check = async (request) => {
    const shown = readBearer(request.headers.authorization);
    const known = shown && sharing.registers.account(shown.name);
    if (!shown || !isTokenOf(known?.account.tokenHash, shown.token) || !known)
      return stranger(request);
    callers.set(request, known);
    sharing.registers.seen(known);
    return perAccount(request);
  };

  const mailbox: Check = async (request) => {
    const shown = readBearer(request.headers.authorization);
    if (shown?.name.length !== 16) return account(request);
    const invite = sharing.invites.get(shown.name);
    const isMine = isTokenOf(invite?.mailbox, shown.token);
    return isMine && shown.name === parameter(request, 'invite') ? undefined : stranger(request);
  };

  const isClosed = (register: string): boolean => sharing.registers.closed().has(register);

  const leaver: Check = async (request) => {
    const register = parameter(request, 'register');
    if (isClosed(register)) return closed;
    const shown = readBearer(request.headers.authorization);
    const ended = shown && sharing.registers.ended(register, shown.name);
    if (!shown || !isTokenOf(ended?.tokenHash, shown.token)) return stranger(request);
    leavers.set(request, { register, account: shown.name });
    return perLeaver(request);
  };

  const passerBy: Check = async (request) =>
    isClosed(parameter(request, 'register')) ? closed : wrongTokens(request);

  const memberOf = async (
    request: FastifyRequest,
    register: string,
    isAllowed: (known: Known) => boolean,
  ): Promise<Refusal | undefined> => {
    // First of all: the account went with its register, and its phone has to learn why.
    if (isClosed(register)) return closed;
    const refusal = await account(request);
    if (refusal) return refusal;
    const known = callerOf(request);
    return known.register === register && isAllowed(known) ? undefined : notAllowed;
  };

  const inRegister =
    (isAllowed: (known: Known) => boolean): Check =>
    (request) =>
      memberOf(request, parameter(request, 'register'), isAllowed);

  const circle: Check = async (request) => {
    const address = circleAddress(parameter(request, 'circle'));
    if (!address) return { code: 404, error: 'not-found' };
    const mayTouch = (known: Known) => known.account.circles.includes(address.circle);
    return memberOf(request, address.register, mayTouch);
  };

  return {
    anyAddress: asHook(perAddress),
    founder: asHook(foundings),
    account: asHook(account),
    member: asHook(inRegister(() => true)),
    reader: asHook(inRegister((known) => known.account.circles.length > 0)),
    inviter: asHook(inRegister((known) => known.account.mayInvite)),
    steward: asHook(inRegister((known) => isWhole(known.account))),
    leaver: asHook(leaver),
    passerBy: asHook(passerBy),
    circle: asHook(circle),
    mailbox: asHook(mailbox),
  };
}

interface Refusal {
  readonly code: number;
  readonly error: string;
  /** Seconds after which another try may do. */
  readonly wait?: number;
}
/**
 * Never answers by itself: a reply is a promise of its own end, so whoever awaits a function that
 * returns one goes on as though nothing had been refused.
 */
type Check = (request: FastifyRequest) => Promise<Refusal | undefined>;

const unauthorized: Refusal = { code: 401, error: 'unauthorized' };
const closed: Refusal = { code: 410, error: 'closed' };
const notAllowed: Refusal = { code: 403, error: 'not-allowed' };

const asHook =
  (check: Check): Hook =>
  async (request, reply) => {
    const refusal = await check(request);
    if (!refusal) return undefined;
    if (refusal.wait !== undefined) reply.header('retry-after', refusal.wait);
    return refuse(reply, refusal.code, refusal.error);
  };

function limiter(
  api: FastifyInstance,
  max: number,
  timeWindow: number,
  keyGenerator?: (request: FastifyRequest) => string,
) {
  const count = api.createRateLimit({ max, timeWindow, ...(keyGenerator && { keyGenerator }) });
  return async (request: FastifyRequest): Promise<Refusal | undefined> => {
    const state = await count(request);
    if (state.isAllowed || !state.isExceeded) return undefined;
    return { code: 429, error: 'slow-down', wait: state.ttlInSeconds };
  };
}
