import type { JsonObject } from '#base/json.ts';
import { idOf } from './written.ts';

interface Gift {
  readonly words: string;
  readonly giftType: string;
  readonly level?: string;
  readonly terms?: string;
}

export const gift = (words: string, giftType: string, more: Partial<Gift> = {}): Gift => ({
  words,
  giftType,
  ...more,
});

/** In a person's own words, each with its kind. */
export const giftsOf = (key: string, gifts: readonly Gift[]): JsonObject => ({
  gifts: gifts.map(({ giftType, ...said }, n) => ({
    id: idOf(`gift/${key}/${n}`),
    dimension: giftType.split('.')[1] ?? 'hand',
    giftType,
    ...said,
  })),
});

export const wish = (key: string, kind: string, words: string): JsonObject => ({
  wishes: [{ id: idOf(`wish/${key}`), kind, words, status: 'open' }],
});
