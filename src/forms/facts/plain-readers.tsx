import { Chip, ChipStrip } from '#ui/chip.tsx';
import { Link } from '#ui/link.tsx';
import { accessQuestions } from '../access-questions.ts';
import { asList, asNumber, asObject, asText, asTexts } from '../read-json.ts';
import type { Reader, Saying } from './saying.ts';

const one = (words: string | undefined): readonly string[] => (words ? [words] : []);

export const readText: Reader = (value) => one(asText(value));

export const readOption: Reader = (value, { words }, field) => {
  const option = asText(value);
  return option === '' || option === 'unknown' ? [] : [words.option(field, option)];
};

export const readOptions: Reader = (value, { words }, field) => {
  const options = asTexts(value).map((option) => words.option(field, option));
  return options.length > 0 ? [<Chips key="options" words={options} />] : [];
};

export const readWords: Reader = (value) => {
  const words = asTexts(value);
  return words.length > 0 ? [<Chips key="words" words={words} />] : [];
};

const Chips = ({ words }: { readonly words: readonly string[] }) => (
  <ChipStrip>
    {words.map((word) => (
      <Chip key={word}>{word}</Chip>
    ))}
  </ChipStrip>
);

export const readFlag: Reader = (value, { t, words }, field) =>
  value === true ? [t.find(`all.${field}.say`) ?? words.label(field)] : [];

export const readDay: Reader = (value, { formats }) =>
  one(asText(value) && formats.date(asText(value)));

export const readNumber: Reader = (value, { formats }) => {
  const number = asNumber(value);
  return number === undefined ? [] : [formats.number(number)];
};

/** Cost and price are one fact to whoever reads them. */
export const readCost: Reader = (value, saying, field) => {
  const price = asNumber(saying.record['pricePence']);
  if (value !== 'paid' || price === undefined) return readOption(value, saying, field);
  return [saying.t('facts.paid', { price: saying.pounds(price) })];
};

export const readPrice: Reader = (value, { record, pounds }) => {
  const price = asNumber(value);
  const isSaid = record['cost'] === 'paid' || record['cost'] === 'free';
  return price === undefined || isSaid ? [] : [pounds(price)];
};

export const readAges: Reader = (value, { t }) => {
  const { min, max } = asObject(value);
  const from = asNumber(min);
  const to = asNumber(max);
  if (from !== undefined && to !== undefined && to < 120) {
    return [t('ages.between', { min: from, max: to })];
  }
  if (from !== undefined) return [t('ages.from', { min: from })];
  return to === undefined ? [] : [t('ages.upTo', { max: to })];
};

export const readLanguages: Reader = (value, { formats, languageName }) =>
  one(formats.list(asTexts(value).map(languageName)));

export const readLanguage: Reader = (value, { languageName }) =>
  one(asText(value) && languageName(asText(value)));

/** What is good first, then what is not yet; what nobody knows is left out. */
export const readAccess: Reader = (value, { t }) => {
  const access = asObject(value);
  const said = (...answers: readonly string[]) =>
    accessQuestions
      .filter((question) => answers.includes(asText(access[question])))
      .map((question) => t.find(`access.${question}.say.${asText(access[question])}`));
  const lines = [...said('yes'), ...said('limited'), ...said('no')];
  return [...lines.filter((line) => line !== undefined), ...one(asText(access['detail']))];
};

export const readLocation: Reader = (value) => one(asText(asObject(value)['words']));

export const readAddress: Reader = (value) => {
  const address = asObject(value);
  const lines = ['line1', 'line2', 'town', 'county', 'postcode'];
  return one(
    lines
      .map((line) => asText(address[line]))
      .filter((line) => line !== '')
      .join(', '),
  );
};

const thing = (id: string, { thingOf }: Saying) => {
  const found = id === '' ? undefined : thingOf?.(id);
  if (!found) return undefined;
  if (!found.href) return found.name;
  return (
    <Link key={id} href={found.href}>
      {found.name}
    </Link>
  );
};
const idIn = (value: unknown): string =>
  asText(value as never) || asText(asObject(value as never)['id']);

/** An id, or `{ type, id }`. Told only when this phone knows the thing. */
export const readRef: Reader = (value, saying) => {
  const found = thing(idIn(value), saying);
  return found === undefined ? [] : [found];
};

export const readRefs: Reader = (value, saying) =>
  asList(value)
    .map((item) => thing(idIn(item), saying))
    .filter((found) => found !== undefined);
