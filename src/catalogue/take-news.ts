import type { NewsStore } from '#device/news-store.ts';
import { withNews } from '#domain/news/news.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import type { Batch } from './apply.ts';
import type { CatalogueDb } from './catalogue-db.ts';
import { heardKey } from './heard.ts';
import { type Heard, newsOf } from './news-of.ts';

export interface NewsParts {
  readonly store: NewsStore;
  /** The names this phone writes under: what carries another one came from somebody else. */
  readonly writers: Readonly<Partial<Record<string, string>>>;
  /** While a circle comes here for the first time, nothing of it is news. */
  readonly isLoading?: (circle: Circle) => Promise<boolean>;
}

/** A mark among the positions while a catalogue is being made again from the start. */
export const remade = 'remade';

const circleIn = (source: string): Circle | undefined => circles.find((each) => each === source);

interface Page {
  readonly batch: Batch;
  readonly own: string;
  readonly told: number;
  /** Then nothing is left of what was heard and stood here: only the place in the feed tells. */
  readonly isRemade: boolean;
}

/** What a page tells of others' writing that came after `told`, beside what was heard before it. */
async function heardInPage(db: CatalogueDb, { batch, own, told, isRemade }: Page) {
  const late = batch.things.flatMap((thing) => {
    const body = thing.bodies[batch.source as Circle];
    const isLate = body && (!isRemade || (batch.seqOf.get(body.id) ?? 0) > told);
    return isLate && 'record' in thing ? [{ record: thing.record, body }] : [];
  });
  const [before, rows] = await Promise.all([
    db.heard.bulkGet(late.map(({ body }) => heardKey(batch.source, body.id))),
    db.things.bulkGet(late.map(({ body }) => body.id)),
  ]);
  return late.map((each, at): Heard => {
    const wasHere = rows[at] !== undefined || before[at] !== undefined;
    return { ...each, own, before: before[at], wasHere: isRemade ? undefined : wasHere };
  });
}

/**
 * Takes down what others write, before a page's rows are made: a page that is read again after a
 * crash tells nothing twice. Until a circle has been followed to its end once, nothing is news.
 */
export function newsDesk(db: CatalogueDb, parts: NewsParts | undefined) {
  const begun = new Set<string>();

  const take = async (batch: Batch): Promise<void> => {
    const circle = circleIn(batch.source);
    const own = circle && parts?.writers[circle];
    if (!parts || !circle || own === undefined || batch.heard.length === 0) return;
    const told = (await parts.store.read()).told[circle];
    if (told === undefined) return;
    const isRemade = (await db.positions.get(remade)) !== undefined;
    const heard = await heardInPage(db, { batch, own, told, isRemade });
    const fresh = heard.flatMap(newsOf);
    await parts.store.change((news) =>
      withNews({ ...news, told: { ...news.told, [circle]: Math.max(told, batch.seq) } }, fresh),
    );
  };

  /** At the end of a circle's feed: from here on what others write is news. */
  const atEnd = async (source: string): Promise<void> => {
    const circle = circleIn(source);
    if (!parts || !circle) return;
    if (begun.has(circle)) return;
    const isBegun = (await parts.store.read()).told[circle] !== undefined;
    if (!isBegun && (await parts.isLoading?.(circle))) return;
    const seq = (await db.positions.get(source))?.seq ?? 0;
    if (!isBegun)
      await parts.store.change((news) => ({ ...news, told: { [circle]: seq, ...news.told } }));
    begun.add(circle);
  };

  return { take, atEnd };
}
