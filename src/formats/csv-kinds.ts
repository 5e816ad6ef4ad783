import type { RecordType } from '#domain/record/values.ts';
import { defaultTypeOfKind, guessTypeAmong, type TypeWords } from '#domain/taxonomy/guess-type.ts';
import { type AssetKind, kindOfType } from '#domain/taxonomy/kinds.ts';
import { isShelter } from '#domain/taxonomy/osm-refusals.ts';
import { findType, isLocalType } from '#domain/taxonomy/types.ts';
import { plainHeading } from './csv-headings.ts';
import type { RowCells } from './csv-place.ts';
import { recordTypeOf } from './geojson-things.ts';

export type Sort =
  | {
      readonly type: RecordType;
      /** Undefined: the row does not tell, a person says it once for all of these. */
      readonly assetType: string | undefined;
      /** Guessed from a name, or the widest of its kind. */
      readonly checkType: boolean;
    }
  | { readonly refused: 'people' | 'story' | 'shelter' };

type Told = AssetKind | 'activity';

/** How lists name what a whole row is, in English and Welsh, beside our own ids. */
const toldBy: Readonly<Record<Told, string>> = {
  people: 'person people individual individuals contact pobl unigolyn unigolion',
  groups:
    'group groups communitygroup association associations club clubs society grwp grwpiau cymdeithas clwb',
  organisations: 'organisation organisations organization institution body sefydliad sefydliadau',
  places: 'place places space spaces venue venues building buildings lle lleoedd adeilad adeiladau',
  exchange:
    'exchange sharingtrade sharingortrade trade business businesses busnes busnesau cyfnewid',
  stories: 'story stories memory stori straeon',
  activity:
    'activity activities event events service services session gweithgaredd gweithgareddau digwyddiad digwyddiadau gwasanaeth',
};
const told = new Map(
  (Object.entries(toldBy) as [Told, string][]).flatMap(([kind, listed]) =>
    listed.split(' ').map((word) => [word, kind] as const),
  ),
);

const toldIn = (said: string | undefined): Told | undefined =>
  said === undefined ? undefined : told.get(plainHeading(said));

const kindIn = ({ kind, assetType }: RowCells): Told | undefined =>
  toldIn(kind) ?? toldIn(assetType);

/** Something that happens, which someone else in the list holds. */
export const isHappening = (cells: RowCells): boolean => kindIn(cells) === 'activity';

/** People and memories are asked for, never taken from a list. */
const listedKinds: readonly AssetKind[] = ['places', 'groups', 'organisations', 'exchange'];
/** What a category may say besides: a statue, a mural, a museum. */
const categoryKinds: readonly AssetKind[] = [...listedKinds, 'stories'];

/** A car park is neither a car nor a park. */
const misleading = /\bcar parks?\b|\bparking\b/gi;

export type Guess = (kinds: readonly AssetKind[], said: string) => string | undefined;

/** Lists say the same words in row after row; each is looked up once. */
export function rememberedGuess(words: TypeWords): Guess {
  const known = new Map<string, string | undefined>();
  return (kinds, said) => {
    const key = `${kinds.join()} ${said}`;
    if (!known.has(key)) {
      known.set(key, guessTypeAmong(kinds, said.slice(0, 200).replace(misleading, ' '), words));
    }
    return known.get(key);
  };
}

const isTypeId = (said: string): boolean => findType(said) !== undefined || isLocalType(said);

interface Guessed {
  readonly assetType: string;
  readonly isSure: boolean;
}

/** What a list tells of its rows beside what stands in them. */
export interface Lore {
  readonly guess: Guess;
  /** Of which kinds a name may tell. */
  readonly nameKinds: readonly AssetKind[];
}

const enoughToTell = 5;
const mostOfThem = 0.6;

/**
 * A list is mostly of one kind. Where its names tell of one, names that sound like another – Forest
 * Hill among groups – are no wood: nothing is told by them.
 */
export function loreOf(rows: readonly RowCells[], guess: Guess): Lore {
  const counts = new Map<AssetKind, number>();
  let told = 0;
  for (const { kind, assetType, name } of rows) {
    const found = kind || assetType ? undefined : kindOfType(guess(listedKinds, name ?? '') ?? '');
    if (!found) continue;
    told += 1;
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const main = listedKinds.find((kind) => (counts.get(kind) ?? 0) >= told * mostOfThem);
  return { guess, nameKinds: main && told >= enoughToTell ? [main] : listedKinds };
}

function guessed(
  cells: RowCells,
  kind: AssetKind | undefined,
  { guess, nameKinds }: Lore,
): Guessed | undefined {
  const said = cells.assetType ?? '';
  if (isTypeId(said)) return { assetType: said, isSure: true };
  const byCategory = guess(kind ? [kind] : categoryKinds, said);
  if (byCategory) return { assetType: byCategory, isSure: true };
  const byName = guess(kind ? [kind] : nameKinds, cells.name ?? '');
  if (byName) return { assetType: byName, isSure: false };
  return kind && { assetType: defaultTypeOfKind[kind], isSure: false };
}

/** Names that say so by themselves, whatever kind the list is of. */
const shelterNames = /\b(?:night|homeless|emergency|women['’]?s) (?:shelter|hostel)\b/i;

/** Judged as a map's object would be: telling where a refuge is may harm people. */
function hidesPeople(cells: RowCells, assetType: string | undefined): boolean {
  const { name = '', organiser = '', summary = '', assetType: said = '' } = cells;
  const isOpenLand = assetType !== undefined && kindOfType(assetType) === 'places';
  return (
    shelterNames.test(name) ||
    isShelter({
      name,
      operator: organiser,
      description: `${summary}. ${said}`,
      ...(isOpenLand ? {} : { office: 'yes' }),
      ...(assetType === 'inst.shelter' ? { social_facility: 'shelter' } : {}),
    })
  );
}

function sortOf(kind: Told | undefined, found: Guessed | undefined): Sort {
  if (kind === 'activity') {
    return {
      type: 'activity',
      assetType: found?.isSure ? found.assetType : undefined,
      checkType: false,
    };
  }
  const byKind = kind && recordTypeOf(defaultTypeOfKind[kind]);
  const byType = found && kindOfType(found.assetType) && recordTypeOf(found.assetType);
  return {
    type: byType ?? byKind ?? 'place',
    assetType: found?.assetType,
    checkType: found !== undefined && !found.isSure,
  };
}

/** What a row is: from its kind, else its type's words, else its name; or why it may not come in. */
export function sortIn(cells: RowCells, lore: Lore): Sort {
  const kind = kindIn(cells);
  if (kind === 'people' || kindOfType(cells.assetType ?? '') === 'people')
    return { refused: 'people' };
  if (kind === 'stories') return { refused: 'story' };
  const found = guessed(cells, kind === 'activity' ? undefined : kind, lore);
  if (hidesPeople(cells, found?.assetType)) return { refused: 'shelter' };
  return sortOf(kind, found);
}
