import type { Activity } from '#domain/activity/activity.ts';
import type { Contact } from '#domain/place/contact.ts';
import { type Address, type Location, pointOf } from '#domain/place/location.ts';
import { type AnyRecord, nameOf } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import { kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import type { CatalogueRow, LinkRow } from './catalogue-db.ts';

/** The loose view of a record that lists share: every field a kind may or may not have. */
interface Facts {
  readonly summary?: string;
  readonly purpose?: string;
  readonly words?: string;
  readonly location?: Location;
  /** A register's: what distances are measured from. */
  readonly centre?: readonly [number, number];
  readonly address?: Address;
  readonly contact?: Contact;
  readonly assetType?: string;
  readonly cost?: string;
  readonly access?: { readonly stepFree?: string; readonly wheelchair?: string };
  readonly tags?: readonly string[];
  readonly facilities?: readonly string[];
  readonly photos?: readonly { readonly id: string; readonly thumb: string }[];
  readonly gifts?: readonly {
    readonly words: string;
    readonly giftType?: string;
    readonly active?: boolean;
  }[];
  readonly wishes?: readonly { readonly words: string }[];
  readonly openingTimes?: readonly unknown[];
  readonly meets?: readonly unknown[];
  readonly schedules?: readonly unknown[];
  readonly placeId?: string;
  readonly meetsAt?: string;
  readonly whatTheyOffer?: string;
  readonly whatTheyWouldLike?: string;
  readonly joinHow?: string;
  readonly alternateName?: string;
  readonly confidentialLocation?: true;
}

const firstHand = ['conversation', 'self', 'observation', 'meeting'];

const wordsOf = (facts: Facts): string =>
  [
    facts.alternateName,
    facts.summary,
    facts.purpose,
    facts.words,
    facts.whatTheyOffer,
    facts.whatTheyWouldLike,
    facts.joinHow,
    facts.address?.town,
    facts.address?.postcode,
    ...(facts.tags ?? []),
    ...(facts.facilities ?? []),
    ...(facts.gifts ?? []).map(({ words }) => words),
    ...(facts.wishes ?? []).map(({ words }) => words),
  ]
    .filter(Boolean)
    .join(' · ')
    .slice(0, 2000);

function giftTypesOf({ gifts = [] }: Facts): readonly string[] | undefined {
  const types = new Set(
    gifts.flatMap(({ giftType, active }) => (active === false || !giftType ? [] : giftType)),
  );
  return types.size > 0 ? [...types].sort() : undefined;
}

const whereOf = ({ location, address }: Facts): string | undefined =>
  location?.words ?? address?.line1 ?? address?.postcode;

const kindIn = (record: AnyRecord) =>
  kindOfRecordType(record.type === 'activity' ? record.organiser.type : record.type);

const isStepFree = ({ access }: Facts) =>
  access?.stepFree === 'yes' || access?.wheelchair === 'yes';

function placeOf(facts: Facts): Pick<CatalogueRow, 'lon' | 'lat' | 'accuracyM' | 'precision'> {
  const point = facts.confidentialLocation ? undefined : (pointOf(facts.location) ?? facts.centre);
  const precision = facts.location?.precision ?? 'none';
  if (!point) return { precision };
  const accuracyM = facts.location?.accuracyM;
  return { lon: point[0], lat: point[1], precision, ...(accuracyM ? { accuracyM } : {}) };
}

const isKeptOffMap = ({ confidentialLocation, location }: Facts) =>
  confidentialLocation === true || location?.precision === 'none';

/** Without a spot of its own it stands where it meets; what is secret stands nowhere. */
const lentPlaceOf = ({ confidentialLocation, placeId, meetsAt }: Facts, lon: number | undefined) =>
  lon === undefined && !confidentialLocation ? (placeId ?? meetsAt) : undefined;

/** Only the keys that have something to say, so that equal things make equal rows. */
const present = <T extends object>(row: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined && value !== false),
  ) as T;

const listed: readonly RecordType[] = [
  'person',
  'group',
  'organisation',
  'place',
  'exchange',
  'story',
  'activity',
  'register',
  'member',
  'import-batch',
];

/** The row a record makes, or nothing where it makes none or was removed. Pure. */
export function projectThing(record: AnyRecord, updatedAt: number): CatalogueRow | undefined {
  if (!listed.includes(record.type) || record.deleted) return undefined;
  const facts = record as Facts;
  const isFirstHand = firstHand.includes(record.source?.kind ?? 'self');
  const ownConfirmedOn = isFirstHand ? record.createdAt.slice(0, 10) : undefined;
  // A person is never a pin, whatever a file or another phone says.
  const place = record.type === 'person' ? { precision: 'none' as const } : placeOf(facts);
  const schedules = facts.openingTimes ?? facts.meets ?? facts.schedules;
  return present<CatalogueRow>({
    id: record.id,
    type: record.type,
    kind: kindIn(record),
    assetType: facts.assetType,
    name: nameOf(record),
    status: record.status,
    ownStatus: record.status,
    share: record.share,
    ...place,
    keptOffMap: isKeptOffMap(facts) || undefined,
    where: whereOf(facts),
    ownWhere: whereOf(facts),
    areaId: facts.location?.areaId,
    streetId: facts.location?.streetId,
    line: facts.summary ?? facts.purpose ?? facts.gifts?.[0]?.words ?? facts.words?.slice(0, 140),
    words: wordsOf(facts),
    giftTypes: giftTypesOf(facts),
    schedules,
    free: facts.cost === 'free' || facts.cost === 'donation' || undefined,
    stepFree: isStepFree(facts) || undefined,
    ownConfirmedOn,
    confirmedOn: ownConfirmedOn,
    reviewDueOn: record.reviewDueOn,
    thumb: facts.photos?.[0]?.thumb,
    organiserId: record.type === 'activity' ? record.organiser.id : undefined,
    batchId: record.source?.batchId,
    placeId: lentPlaceOf(facts, place.lon),
    updatedAt,
  } as { [K in keyof CatalogueRow]: CatalogueRow[K] | undefined });
}

const happening = (activity: Activity): LinkRow => ({
  id: `${activity.id}:organiser`,
  what: 'happening',
  from: activity.organiser.id,
  to: activity.id,
  fromType: activity.organiser.type,
  toType: 'activity',
  share: activity.share,
});

/** So many photos has a record at most. */
const photoLinkAt = (id: string, at: number): string => `${id}:photo:${at}`;
export const photoLinkIds = (id: string): readonly string[] =>
  [0, 1, 2].map((at) => photoLinkAt(id, at));

const photoLinks = (record: AnyRecord): readonly LinkRow[] => {
  const { id, type, share } = record;
  const { photos = [] } = record as Facts;
  return photos.map((photo, at) => ({
    ...{ id: photoLinkAt(id, at), what: 'photo', from: id, to: photo.id },
    ...{ fromType: type, toType: type, share },
  }));
};

/** The edges a record makes; a removed one makes none. Pure. */
export function projectLinks(record: AnyRecord): readonly LinkRow[] {
  if (record.deleted) return [];
  const { id, share } = record;
  if (record.type === 'connection') {
    const { from, to, rel, state } = record;
    return [
      {
        id,
        what: 'tie',
        from: from.id,
        to: to.id,
        fromType: from.type,
        toType: to.type,
        share,
        rel,
        state,
      },
    ];
  }
  if (record.type === 'confirmation') {
    const { about, at, by } = record;
    return [
      {
        id,
        what: 'confirms',
        from: id,
        to: about.id,
        fromType: 'confirmation',
        toType: about.type,
        share,
        at,
        by,
      },
    ];
  }
  const photos = photoLinks(record);
  return record.type === 'activity' ? [happening(record), ...photos] : photos;
}
