import { isThingOfNews } from '#catalogue/news-of.ts';
import type { NewsStore } from '#device/news-store.ts';
import { guarded } from '#device/storage-trouble.ts';
import { withNews } from '#domain/news/news.ts';
import type { Ref } from '#domain/record/values.ts';
import type { NoticeBookParts } from './notices.ts';
import type { ownTraces } from './own-traces.ts';

interface ErasedNewsParts {
  readonly traces: Pick<ReturnType<typeof ownTraces>, 'ofDocument'>;
  readonly store: NewsStore;
  /** Public key this phone signs with. */
  readonly own: string;
}

/** Lets go of what somebody else erased, and tells that it is gone. Its name is nowhere any more. */
export function forgettingWithNews({
  traces,
  store,
  own,
}: ErasedNewsParts): NoticeBookParts['forget'] {
  const tell = async ({ id, type }: Ref, at: number) =>
    guarded(async () => {
      await store.change((news) => withNews(news, [{ id, type, what: 'gone', fields: [], at }]));
      return null;
    });
  return async (circle, id, { signedBy, createdAt }) => {
    const forgotten = await traces.ofDocument(circle, id);
    if (!forgotten.ok) return forgotten;
    const ref = forgotten.value;
    const isNews = ref && isThingOfNews(ref.type) && signedBy !== own;
    // Nothing is news before a circle has come whole.
    if (!isNews || (await store.read()).told[circle] === undefined)
      return { ok: true, value: null };
    return tell(ref, Date.parse(createdAt));
  };
}
