import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { canonicalText, sameJson } from '../merge/canonical.ts';
import { isEmpty } from '../merge/scalar.ts';
import { homeOfField } from '../record/facets.ts';
import { kindOf } from '../record/kinds.ts';
import type { RecordType } from '../record/values.ts';
import { homeOf, type ShareLevel } from '../sharing/level.ts';
import { isSameWord, isSayable, type Said, shortOf } from './said.ts';

/** One field of a thing that stands in the book and says otherwise in a newer file. */
export interface Difference {
  readonly field: string;
  /** `null`: nothing. */
  readonly here: Json;
  readonly there: Json;
  /** Somebody here said it, or may have: it is never written over unasked. */
  readonly isOurs: boolean;
}

/** Lists that neighbours and files add to alike: taking one word never takes out another. */
export const growing: readonly string[] = ['tags', 'facilities', 'languages'];

const asList = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

const missingIn = (here: Json, there: Json): readonly Json[] =>
  asList(there).filter((item) => !asList(here).some((each) => sameJson(each, item)));

export function saidOf({ source }: JsonObject): Said | undefined {
  const said = isJsonObject(source) ? source['said'] : undefined;
  return isJsonObject(said) ? (said as Said) : undefined;
}

/** Whether a field says what the last file said, so that nobody here has touched it. */
function isUntouched(field: string, here: Json, said: Said | undefined): boolean {
  if (!said) return false;
  return (said[field] ?? '') === (isEmpty(here) ? '' : shortOf(field, here));
}

const hidden = ['location', 'address'];

function isCompared(type: RecordType, field: string, here: JsonObject): boolean {
  const share = here['share'] as ShareLevel;
  const isSecret = here['confidentialLocation'] === true && hidden.includes(field);
  return isSayable(type, field) && !isSecret && homeOfField(type, field, share) === homeOf(share);
}

function differenceIn(
  field: string,
  here: Json,
  there: Json,
  said: Said | undefined,
): Difference | undefined {
  if (isSameWord(field, here, there)) return undefined;
  const isOurs = !isUntouched(field, here, said);
  const isHeld = isOurs && growing.includes(field) && missingIn(here, there).length === 0;
  return isHeld ? undefined : { field, here, there, isOurs };
}

/** Where a thing of the book and what a newer file says of it part, field by field. */
export function differencesOf(
  type: RecordType,
  here: JsonObject,
  there: JsonObject,
): readonly Difference[] {
  const said = saidOf(here);
  const fields = kindOf(type)?.fields ?? {};
  const asked = new Set([...Object.keys(there), ...Object.keys(said ?? {})]);
  return [...asked]
    .filter((field) => isCompared(type, field, here))
    .flatMap((field) => {
      const [now, then] = [here[field] ?? null, there[field] ?? null];
      if (isEmpty(then) && fields[field]?.required) return [];
      return differenceIn(field, now, then, said) ?? [];
    });
}

/** Taken without a look at each: what the file says anew and nobody here has touched. */
export const isPlainNews = ({ isOurs, there }: Difference): boolean => !isOurs && !isEmpty(there);

const wantedOf = ({ field, here, there, isOurs }: Difference): Json =>
  isOurs && growing.includes(field) ? [...asList(here), ...missingIn(here, there)] : there;

const withoutEmpty = (said: Readonly<Record<string, string | undefined>>): Said =>
  Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** What lists were and what they became: their own history tells neither, once they change again. */
const listsTaken = (type: RecordType, taken: readonly Difference[]): JsonObject =>
  Object.fromEntries(
    taken
      .filter(({ field }) => kindOf(type)?.fields[field]?.merge === 'set')
      .map((each) => [each.field, canonicalText([asList(each.here), asList(wantedOf(each))])]),
  );

export interface Taking {
  readonly batchId: string;
  /** When the file was made or read: an ISO instant. */
  readonly retrievedAt: string | undefined;
}

/**
 * The values of a record with some of a file's words taken, `null` where a field is cleared; and
 * what it says since it was compared stays. Undefined: there is nothing left to take.
 */
export function withTaken(
  type: RecordType,
  here: JsonObject,
  differences: readonly Difference[],
  { batchId, retrievedAt }: Taking,
): JsonObject | undefined {
  const taken = differences.filter(({ field, here: seen }) => isSameWord(field, here[field], seen));
  if (taken.length === 0) return undefined;
  const { was: _, ...before } = isJsonObject(here['source']) ? here['source'] : {};
  const was = listsTaken(type, taken);
  const said = withoutEmpty({
    ...saidOf(here),
    ...Object.fromEntries(
      taken.map(({ field, there }) => [field, isEmpty(there) ? undefined : shortOf(field, there)]),
    ),
  });
  const source = {
    ...before,
    said,
    takenIn: batchId,
    ...(Object.keys(was).length > 0 ? { was } : {}),
    ...(retrievedAt ? { retrievedAt } : {}),
  };
  const values = taken.map((each): [string, Json] => [each.field, wantedOf(each)]);
  return { ...Object.fromEntries(values), source };
}
