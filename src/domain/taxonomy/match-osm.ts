import {
  hasFormerUse,
  isClosedPitch,
  isShelter,
  type RefusalReason,
  refusalOf,
  valuesOf,
  wasPitch,
} from './osm-refusals.ts';
import { type OsmRule, type OsmTags, osmRules } from './osm-tags.ts';
import type { AssetTypeId } from './types.ts';

export interface OsmMatch {
  readonly type: AssetTypeId;
  /** Ask a person to look at the type. */
  readonly checkType?: true;
  /** Stops, and street furniture nobody has named: offer it, but not ticked. */
  readonly everyday?: true;
}

export interface OsmRefusal {
  readonly refused: RefusalReason;
}

const holds = (tags: OsmTags, key: string, wanted: string): boolean => {
  const values = valuesOf(tags, key);
  return wanted === '*' ? values.some((value) => value !== 'no') : values.includes(wanted);
};

const fits = (rule: OsmRule, tags: OsmTags): boolean =>
  Object.entries(rule.tags).every(([key, wanted]) => holds(tags, key, wanted));

interface RankedRule {
  readonly rule: OsmRule;
  readonly tagCount: number;
  readonly order: number;
}

const ranked: readonly RankedRule[] = osmRules.map((rule, order) => ({
  rule,
  order,
  tagCount: Object.keys(rule.tags).length,
}));

/** An import asks thousands of times: look only at rules whose first tag the object has. */
const firstTag = ({ rule }: RankedRule): string => Object.entries(rule.tags)[0]?.join('=') ?? '';
const rulesByTag: ReadonlyMap<string, readonly RankedRule[]> = new Map(
  ranked.map((each) => [firstTag(each), ranked.filter((one) => firstTag(one) === firstTag(each))]),
);

const firstKeys = new Set(osmRules.map((rule) => Object.keys(rule.tags)[0]));

const candidates = (tags: OsmTags): readonly RankedRule[] =>
  Object.keys(tags)
    .filter((key) => firstKeys.has(key))
    .flatMap((key) =>
      ['*', ...valuesOf(tags, key)].flatMap((value) => rulesByTag.get(`${key}=${value}`) ?? []),
    );

const isBefore = (a: RankedRule, b: RankedRule): boolean =>
  a.tagCount === b.tagCount ? a.order < b.order : a.tagCount > b.tagCount;

/** The rule that decides: more tags win, then the order of the table. */
export const ruleFor = (tags: OsmTags): OsmRule | undefined =>
  candidates(tags)
    .filter(({ rule }) => fits(rule, tags))
    .reduce<RankedRule | undefined>(
      (best, next) => (best && isBefore(best, next) ? best : next),
      undefined,
    )?.rule;

const hasName = (tags: OsmTags): boolean =>
  Object.keys(tags).some((key) => (key === 'name' || key.startsWith('name:')) && tags[key]?.trim());

const toMatch = (rule: OsmRule, tags: OsmTags): OsmMatch => ({
  type: rule.type,
  ...(rule.checkType ? { checkType: true } : {}),
  ...(rule.everyday === 'always' || (rule.everyday && !hasName(tags)) ? { everyday: true } : {}),
});

/** A ruin, or a tag that says too little, is no proof that what was given up is in use again. */
const isLiving = (rule: OsmRule | undefined): boolean =>
  rule !== undefined && !rule.checkType && !('historic' in rule.tags);

/**
 * What an OpenStreetMap object becomes: a type, a refusal with its reason, or `null` when it is
 * nothing a neighbourhood's book is for. Lists of values (`soccer;rugby`) fit by any of them.
 */
export const matchOsm = (tags: OsmTags): OsmMatch | OsmRefusal | null => {
  const rule = ruleFor(tags);
  const isOver = hasFormerUse(tags) && !isLiving(rule);
  const isOpenGround = isClosedPitch(tags) || (isOver && wasPitch(tags));
  if (!isShelter(tags) && isOpenGround) return { type: 'place.could-be' };
  const refused = refusalOf(tags) ?? (isOver ? 'disused' : undefined);
  if (refused) return { refused };
  return rule ? toMatch(rule, tags) : null;
};
