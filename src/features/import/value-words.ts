import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import type { Difference } from '#domain/import-batch/differences.ts';
import { metresBetween } from '#domain/place/distance.ts';
import type { Control } from '#domain/record/field.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { Schedule } from '#domain/schedule/schedule.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import { spokenNumber } from '#forms/facts/contact-reader.tsx';
import { howToRead } from '#forms/facts/readers.ts';
import { useSaying } from '#forms/facts/saying.ts';
import { asList, asObject, asText, asTexts } from '#forms/read-json.ts';
import { scheduleSentence } from '#forms/schedule-sentence.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';

interface Spot {
  readonly lon: number;
  readonly lat: number;
}

function spotIn(location: Json): Spot | undefined {
  const { labelPoint, geometry } = asObject(location);
  const point = labelPoint ?? (isJsonObject(geometry) ? geometry['coordinates'] : undefined);
  const [lon, lat] = asList(point);
  return typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : undefined;
}

const sameSpotM = 1;

/** Ways to reach it, plain: a line in a tick's label must not hold links. */
function contactWords(contact: JsonObject): readonly string[] {
  const numbers = asList(contact['phones']).map((row) => asText(asObject(row)['number']));
  return [
    asText(contact['roleName']),
    ...numbers.map((number) => (number ? spokenNumber(number) : '')),
    ...asTexts(contact['emails']),
    asText(contact['website']),
  ].filter((each) => each !== '');
}

export interface SaidBoth {
  readonly label: string;
  readonly here: string;
  readonly there: string;
}

/** Both words of a difference as a person reads them, under the field's own label. */
export function useValueWords(type: RecordType): (difference: Difference) => SaidBoth {
  const t = useWords('import');
  const { now } = useServices();
  const saying = useSaying({ type, record: {}, now: now() });
  const { words, taxonomy, formats } = saying;
  const fields = kindOf(type)?.fields ?? {};

  const byControl: Partial<Record<Control, (value: Json, field: string) => readonly string[]>> = {
    'asset-type': (value) => [
      taxonomy.find(`types.${catalogueKey(asText(value))}.label`) ?? asText(value),
    ],
    contact: (value) => contactWords(asObject(value)),
    choices: (value, field) => asTexts(value).map((option) => words.option(field, option)),
    words: asTexts,
    schedules: (value) =>
      (asList(value) as unknown as readonly Schedule[]).map((schedule) =>
        scheduleSentence(schedule, saying.t, formats),
      ),
  };

  const read = (field: string, value: Json): readonly string[] => {
    const control = fields[field]?.control ?? 'none';
    const own = byControl[control];
    if (own) return own(value, field);
    const lines = howToRead(field, control)?.read(value, saying, field) ?? [];
    const said = lines.filter((line) => typeof line === 'string');
    return said.length > 0 || typeof value !== 'string' ? said : [value];
  };

  const tell = (field: string, value: Json): string => {
    if (value === null) return t('beside.nothing');
    const said = read(field, value);
    return said.length > 0 ? said.join(' · ') : t('beside.other');
  };

  const tellSpots = (here: Json, there: Json): Omit<SaidBoth, 'label'> => {
    const [from, to] = [spotIn(here), spotIn(there)];
    const apart = from && to && metresBetween(from, to);
    const moved = () => t('beside.spotMoved', { distance: formats.distance(apart ?? 0) });
    const tellSpot = (value: Json) => (value === null ? t('beside.nothing') : t('beside.spotHere'));
    if (apart === undefined) return { here: tellSpot(here), there: tellSpot(there) };
    return {
      here: t('beside.spotHere'),
      there: apart < sameSpotM ? t('beside.outline') : moved(),
    };
  };

  return ({ field, here, there }) => ({
    label: words.label(field),
    ...(field === 'location'
      ? tellSpots(here, there)
      : { here: tell(field, here), there: tell(field, there) }),
  });
}
