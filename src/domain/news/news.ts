import type { RecordType } from '../record/values.ts';
import type { Circle } from '../sharing/level.ts';

/** What others did to one thing since it was last looked at. */
export type NewsThing = {
  readonly id: string;
  readonly type: RecordType;
  readonly what: 'new' | 'changed' | 'gone';
  /** Fields that say something else; `@confirmed` and `@tied` are no fields: what was said about it. */
  readonly fields: readonly string[];
  /** When the newest of it was written, in ms. */
  readonly at: number;
};

/** What is kept of it on a phone. Names and values are not: they are in the catalogue, or gone. */
export type News = {
  /** The place in each circle's feed up to which news have been taken in. */
  readonly told: { readonly [C in Circle]?: number };
  /** Newest first. */
  readonly things: readonly NewsThing[];
  /** How many more there were, older than those that are kept. */
  readonly more: number;
};

export const noNews: News = { told: {}, things: [], more: 0 };

/** Somebody has looked at all of it. */
export const withAllSeen = (news: News): News => ({ ...news, things: [], more: 0 });

const kept = 100;

/** New and gone again before anybody looked is no news. */
function together(old: NewsThing, next: NewsThing): readonly NewsThing[] {
  if (old.what === 'new' && next.what === 'gone') return [];
  const fields = [...new Set([...old.fields, ...next.fields])].sort();
  const what = next.what === 'changed' && old.what === 'new' ? 'new' : next.what;
  return [{ ...next, what, fields, at: Math.max(old.at, next.at) }];
}

/** One line for each thing, newest first; the oldest are only counted. */
export function withNews(news: News, fresh: readonly NewsThing[]): News {
  const byId = new Map(news.things.map((thing) => [thing.id, [thing] as readonly NewsThing[]]));
  for (const thing of fresh) {
    const [old] = byId.get(thing.id) ?? [];
    byId.set(thing.id, old ? together(old, thing) : [thing]);
  }
  const all = [...byId.values()].flat().sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return { ...news, things: all.slice(0, kept), more: news.more + Math.max(0, all.length - kept) };
}
