import * as v from 'valibot';
import { arriving, envelope, noise } from '../support/arriving-documents.ts';
import type { HubProcess, Wanted } from './hub-process.ts';

type Document = ReturnType<typeof arriving>;

/** Where the same things are at a hub, and as whom one asks. */
export interface Circle {
  readonly hub: HubProcess;
  /** What PouchDB asks first. */
  readonly root: string;
  /** Without a slash at its end. */
  readonly path: string;
  readonly bearers: readonly (string | undefined)[];
}

export const phones = 8;
const documentsOfVisit = 20;
/** Bytes sealed in a document, before base64. */
const documentSize = 900;
const requestsOfVisit = 8;

export interface Round {
  /** By phone, then by visit. */
  readonly documents: readonly (readonly (readonly Document[])[])[];
  /** Sequence at which the round begins. */
  readonly since: number;
}

/** What the phones bring in a round; both hubs are brought the same. */
export const roundOf = (number: number, visits: number): Round => ({
  since: number * visits * phones * documentsOfVisit,
  documents: times(phones, (phone) =>
    times(visits, (visit) =>
      times(documentsOfVisit, (at) =>
        arriving(`${number} ${phone} ${visit} ${at}`, envelope(noise(documentSize))),
      ),
    ),
  ),
});

const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

export interface Played {
  /** Requests a second. */
  readonly rate: number;
  /** Whether every answer was what it should be. */
  readonly right: boolean;
}

/** All phones at once, each with one visit after the other. */
export async function playRound(circle: Circle, { documents, since }: Round): Promise<Played> {
  const started = performance.now();
  const right = await Promise.all(
    documents.map(async (visits, phone) => {
      let isRight = true;
      for (const brought of visits)
        isRight = (await visit(circle, phone, brought, since)) && isRight;
      return isRight;
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const requests = documents.flat().length * requestsOfVisit;
  return { rate: requests / seconds, right: right.every(Boolean) };
}

const pointSchema = v.object({ _rev: v.string() });
const changesSchema = v.object({ results: v.array(v.unknown()) });
const foundSchema = v.object({
  results: v.array(v.object({ docs: v.tuple([v.object({ ok: v.object({ c: v.string() }) })]) })),
});

/** The requests of a PouchDB that brings 20 documents and then fetches what is new. */
async function visit(
  { hub, root, path, bearers }: Circle,
  phone: number,
  documents: readonly Document[],
  since: number,
): Promise<boolean> {
  const bearer = bearers[phone];
  const ask = (method: Wanted['method'], where: string, body?: object) =>
    hub.ask({
      method,
      path: where,
      ...(bearer && { bearer }),
      ...(body && { body: JSON.stringify(body) }),
    });
  const pointAt = `${path}/_local/phone-${phone}`;
  const revs = Object.fromEntries(documents.map(({ _id, _rev }) => [_id, [_rev]]));
  const wanted = documents.map(({ _id, _rev }) => ({ id: _id, rev: _rev }));

  const welcome = await ask('GET', root);
  const about = await ask('GET', `${path}/`);
  const point = await ask('GET', pointAt);
  const diff = await ask('POST', `${path}/_revs_diff`, revs);
  const written = await ask('POST', `${path}/_bulk_docs`, { docs: documents, new_edits: false });
  const changes = await ask('GET', `${path}/_changes?style=all_docs&since=${since}&limit=20`);
  const got = await ask('POST', `${path}/_bulk_get?revs=true&latest=true`, { docs: wanted });
  const kept = await ask('PUT', pointAt, checkpoint(point.body));

  const found = v.safeParse(foundSchema, got.body);
  const told = v.safeParse(changesSchema, changes.body);
  return (
    [welcome, about, diff, changes, got].every(({ status }) => status === 200) &&
    [written, kept].every(({ status }) => status === 201) &&
    Object.keys(diff.body ?? {}).length === documents.length &&
    told.success &&
    told.output.results.length > 0 &&
    found.success &&
    documents.every(({ c }, at) => found.output.results[at]?.docs[0].ok.c === c)
  );
}

function checkpoint(before: unknown): object {
  const there = v.safeParse(pointSchema, before);
  const line = { session_id: 'bench', last_seq: 1 };
  return { ...line, history: [line], ...(there.success && { _rev: there.output._rev }) };
}

const allSchema = v.object({
  last_seq: v.number(),
  results: v.array(v.object({ id: v.string(), changes: v.array(v.object({ rev: v.string() })) })),
});

/** Every document with its leaves, in one order. */
export async function contentOf({ hub, path, bearers }: Circle): Promise<readonly string[]> {
  const all: string[] = [];
  for (let since = 0, more = true; more; ) {
    const [bearer] = bearers;
    const where = `${path}/_changes?style=all_docs&since=${since}&limit=${pageLength}`;
    const answer = await hub.ask({ method: 'GET', path: where, ...(bearer && { bearer }) });
    const { results, last_seq } = v.parse(allSchema, answer.body);
    all.push(...results.map(({ id, changes }) => JSON.stringify([id, changes])));
    since = last_seq;
    more = results.length === pageLength;
  }
  return all.sort();
}
const pageLength = 1_000;
