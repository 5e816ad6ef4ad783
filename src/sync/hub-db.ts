import http from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import * as v from 'valibot';
import { goingOutBy } from '#platform/outbound-option.ts';
import type { CircleDb } from '#register/pouch.ts';
import type { Envelope } from '#seal/envelope.ts';
import {
  changesSchema,
  type HubCircle,
  missingSchema,
  mostChanges,
  mostMissing,
  type Wanted,
} from './hub-circle.ts';
import type { HubFailure } from './hub-failure.ts';
import type { Asked } from './hub-line.ts';

PouchDB.plugin(http).plugin(replication);

const checkpointSchema = v.looseObject({ _id: v.string(), _rev: v.string() });
const keptSchema = v.object({ ok: v.literal(true), id: v.string(), rev: v.string() });

type Route = Pick<Asked<unknown, 'not_found' | 'conflict'>, 'schema' | 'words' | 'most'>;

/** The four addresses that PouchDB itself may ask, and what each may answer. */
const routes: readonly (readonly [string, RegExp, Route])[] = [
  ['GET', /^_local\/[^/?]+$/, { schema: checkpointSchema, words: ['not_found'] }],
  ['PUT', /^_local\/[^/?]+$/, { schema: keptSchema, words: ['conflict'] }],
  ['GET', /^_changes\?/, { schema: changesSchema, most: mostChanges }],
  ['POST', /^_revs_diff$/, { schema: missingSchema, most: mostMissing }],
];

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

type Way = Parameters<typeof goingOutBy>[0];

/** PouchDB's way to the hub: along the line, so that nothing unsound ever reaches it. */
function askAlong({ line, name, signal }: HubCircle, stop: (failure: HubFailure) => Error): Way {
  const root = `/db/${name}/`;
  return async (input, init) => {
    const { pathname, search } = new URL(String(input));
    const method = init?.method ?? 'GET';
    const rest = `${pathname}${search}`.slice(root.length);
    const route = routes.find(([verb, shape]) => verb === method && shape.test(rest))?.[2];
    if (!route || !pathname.startsWith(root)) throw new Error(`Nobody asks ${method} ${rest}.`);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const told = await line.ask<unknown, 'not_found' | 'conflict'>(`${root}${rest}`, {
      ...route,
      method: method as 'GET' | 'PUT' | 'POST',
      ...(body !== undefined && { body }),
      signal,
    });
    if (told.ok) return answer(200, told.value);
    const { kind } = told.error;
    if (kind === 'not_found') return answer(404, { error: 'not_found', reason: 'missing' });
    if (kind === 'conflict') return answer(409, { error: 'conflict', reason: 'not the newest' });
    throw stop({ ...told.error, kind });
  };
}

export interface HubDb {
  readonly db: CircleDb;
  /** Why it stopped, if it did. */
  failure(): HubFailure | undefined;
}

interface HubDbParts {
  readonly circle: HubCircle;
  readonly generation: string;
  /** Instead of PouchDB's own, which would take one "too much" for "never". */
  readonly bulkGet: (asked: { readonly docs: readonly Wanted[] }) => Promise<unknown>;
  readonly bulkDocs: (given: { readonly docs: readonly unknown[] }) => Promise<unknown>;
}

/** One circle at the hub as PouchDB's replication wants it. To be closed after use. */
export function hubDb({ circle, generation, bulkGet, bulkDocs }: HubDbParts): HubDb {
  let failure: HubFailure | undefined;
  const stop = (why: HubFailure): Error => {
    failure ??= why;
    return new Error(why.kind);
  };
  const db = new PouchDB<Envelope>(`${circle.line.origin}/db/${circle.name}`, {
    adapter: 'http',
    skip_setup: true,
    ...goingOutBy(askAlong(circle, stop)),
  });
  Object.assign(db, {
    // Part of the name of a replication: at another generation it begins anew.
    id: async () => `${generation}${circle.name}`,
    // Asked for progress only, and nobody would hear of its failure.
    info: async () => ({ db_name: circle.name, doc_count: 0, update_seq: 0 }),
    bulkGet,
    bulkDocs,
  });
  return { db, failure: () => failure };
}

/** Gives a local database another way to take documents in. */
export const withOwnTaking = (
  local: CircleDb,
  bulkDocs: (given: { readonly docs: readonly unknown[] }) => Promise<unknown>,
): CircleDb => {
  const clothed: CircleDb = Object.create(local);
  const nothing = () => clothed;
  // It goes when the run ends; listeners would stay on the one beneath.
  return Object.assign(clothed, { bulkDocs, once: nothing, removeListener: nothing });
};

/**
 * PouchDB's replication, once, from one to the other. Ends soon after the signal, as if it were
 * done: whoever gave it looks at it.
 */
export async function replicateOnce(
  from: CircleDb,
  to: CircleDb,
  options: PouchDB.Replication.ReplicateOptions,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal?.aborted) return;
  const run = PouchDB.replicate(from, to, options);
  const cancel = () => run.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    await run;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
