import { ok, type Result } from '#base/result.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { ChangesPage } from './hub-circle.ts';
import type { HubFailure } from './hub-failure.ts';
import type { PullParts } from './pull.ts';
import { receive } from './receive.ts';

type Row = ChangesPage['results'][number];
type Loaded = Result<null, HubFailure | WriteFailure>;

/** Documents. */
export interface Loading {
  readonly done: number;
  readonly total: number;
}

const pageLength = 5_000;
const batch = 250;
/** Batches under way at once: one comes down while another is stored. */
const lanes = 3;

const batchesOf = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) =>
    rows.slice(at * batch, (at + 1) * batch),
  );

const alive = (rows: readonly Row[]): number => rows.filter(({ deleted }) => !deleted).length;

/** Stores the batches of one page in their order, while the next ones are on their way. */
async function loadPage(
  parts: PullParts,
  rows: readonly Row[],
  counted: { readonly before: number; readonly onBatch: (done: number) => void },
): Promise<Result<number, HubFailure | WriteFailure>> {
  const { hub, tally } = parts;
  let done = counted.before;
  const batches = batchesOf(rows);
  const bring = (some: readonly Row[]) =>
    hub.read(some.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev }))));
  const onTheWay = batches.slice(0, lanes).map(bring);
  for (const [at, some] of batches.entries()) {
    const coming = onTheWay.shift();
    const next = batches[at + lanes];
    if (next) onTheWay.push(bring(next));
    const read = await coming;
    if (!read?.ok) return read ?? ok(done);
    tally.refused += read.value.refused;
    done += alive(some);
    const along = { loading: some.at(-1)?.seq, loadedSoFar: done };
    const taken = await receive(parts, read.value.docs, 'wait', along);
    if (!taken.ok) return taken;
    counted.onBatch(done);
    hub.signal?.throwIfAborted();
  }
  return ok(done);
}

/**
 * Everything the hub has, before replication goes on from there: pages of names, then documents in
 * bulk. Where it has come to is kept with each batch, so that a kill costs less than one.
 */
export async function firstLoad(
  parts: PullParts,
  onLoading: (loading: Loading) => void,
): Promise<Loaded> {
  const { hub, memory } = parts;
  const count = await hub.documents();
  if (!count.ok) return count;
  const total = count.value;
  let since = memory.state().loading ?? 0;
  let done = since > 0 ? memory.state().loadedSoFar : 0;
  const onBatch = (soFar: number) => onLoading({ done: soFar, total: Math.max(soFar, total) });
  if (total > 0) onBatch(done);
  for (;;) {
    const page = await hub.page(since, pageLength);
    if (!page.ok) return page;
    const { results, last_seq } = page.value;
    if (results.length === 0 || last_seq <= since) break;
    const loaded = await loadPage(parts, results, { before: done, onBatch });
    if (!loaded.ok) return loaded;
    done = loaded.value;
    since = last_seq;
  }
  await memory.keep({ loading: undefined, loadedSoFar: 0, loaded: since });
  return ok(null);
}
