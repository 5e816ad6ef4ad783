import { create } from 'zustand';
import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import type { FindQuery } from '#search/query.ts';

export interface ListFilters {
  readonly text: string;
  /** None ticked = all. */
  readonly kinds: readonly AssetKind[];
  readonly assetType: string;
  readonly when: 'any' | 'now' | 'today';
  readonly free: boolean;
  readonly stepFree: boolean;
  readonly freshness: 'any' | 'due' | 'fresh';
  /** Minutes on foot; '' for however far. */
  readonly within: '' | '5' | '10' | '15' | '20';
  readonly archived: boolean;
}

export const noFilters: ListFilters = {
  text: '',
  kinds: [],
  assetType: '',
  when: 'any',
  free: false,
  stepFree: false,
  freshness: 'any',
  within: '',
  archived: false,
};

interface ListState extends ListFilters {
  readonly shown: number;
  set(change: Partial<ListFilters>): void;
  showMore(): void;
  clear(): void;
}

export const pageLength = 50;

/** Lives as long as the tab: coming back from a card finds the list as it was left. */
export const useListState = create<ListState>((set) => ({
  ...noFilters,
  shown: pageLength,
  set: (change) => set({ ...change, shown: pageLength }),
  showMore: () => set(({ shown }) => ({ shown: shown + pageLength })),
  clear: () => set({ ...noFilters, shown: pageLength }),
}));

/** How many filters beyond search and kinds are on. */
export const extraFilters = (filters: ListFilters): number =>
  [
    filters.assetType !== '',
    filters.when !== 'any',
    filters.free,
    filters.stepFree,
    filters.freshness !== 'any',
    filters.within !== '',
    filters.archived,
  ].filter(Boolean).length;

/** Somebody is looking for something: only part of the list is asked for. */
export const isNarrowed = (filters: ListFilters): boolean =>
  filters.text.trim() !== '' || filters.kinds.length > 0 || extraFilters(filters) > 0;

/** `at` is rounded to the minute, so that a question is not a new one at every key. */
export const queryOf = (
  filters: ListFilters & { readonly shown: number },
  about: { readonly now: number; readonly near: FindQuery['near'] },
): FindQuery => ({
  ...(filters.text.trim() ? { text: filters.text } : {}),
  kinds: filters.kinds,
  ...(filters.assetType ? { assetType: filters.assetType } : {}),
  ...(filters.when === 'any' ? {} : { when: filters.when }),
  ...(filters.free ? { free: true } : {}),
  ...(filters.stepFree ? { stepFree: true } : {}),
  ...(filters.freshness === 'any' ? {} : { freshness: filters.freshness }),
  ...(filters.archived ? { includeArchived: true } : {}),
  ...(filters.within ? { minutes: Number(filters.within) } : {}),
  ...(about.near ? { near: about.near } : {}),
  at: Math.floor(about.now / 60_000) * 60_000,
  limit: filters.shown,
});
