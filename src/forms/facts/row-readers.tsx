import type { Json } from '#base/json.ts';
import { wishKinds } from '#domain/person/person.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import { asList, asNumber, asObject, asText, asTexts, isPicture } from '../read-json.ts';
import styles from './fact-list.module.css';
import type { Reader, Saying } from './saying.ts';

/** Their own words, said as they said them; how far they would go stands below. */
export const readGifts: Reader = (value, { t, taxonomy }) =>
  asList(value).flatMap((row) => {
    const { id, words, giftType, level, active } = asObject(row);
    const own = asText(words);
    const said = own
      ? t('gifts.said', { words: own })
      : taxonomy.find(`gifts.${catalogueKey(asText(giftType))}`);
    if (!said || active === false) return [];
    const how = t.find(`gifts.levels.${asText(level)}`);
    return [
      <span key={asText(id)}>
        {said}
        {how && <span className={styles['said']}>{how}</span>}
      </span>,
    ];
  });

export const readWishes: Reader = (value, { t }) =>
  asList(value).flatMap((row) => {
    const { kind, words, status } = asObject(row);
    const sort = wishKinds.find((each) => each === kind);
    const isOpen = status === undefined || status === 'open';
    if (!sort || !isOpen || asText(words) === '') return [];
    return [t('wishes.say', { kind: t(`wishes.kinds.${sort}`), words: asText(words) })];
  });

export const readSpaces: Reader = (value, saying) =>
  asList(value).map((row) => {
    const { id, name } = asObject(row);
    return (
      <span key={asText(id)}>
        <strong>{asText(name)}</strong>
        <span className={styles['said']}>{spaceWords(row, saying)}</span>
      </span>
    );
  });

function spaceWords(row: Json, { t, formats, pounds }: Saying): string {
  const { capacity, areaM2, equipment, cost, pricePence, howToBook } = asObject(row);
  const fits = asNumber(capacity);
  const size = asNumber(areaM2);
  const price = asNumber(pricePence);
  const costWords =
    cost === 'hourly' && price !== undefined
      ? t('spaces.hourly', { price: pounds(price) })
      : t.find(`spaces.costs.${asText(cost)}`);
  const parts = [
    fits === undefined ? undefined : t('spaces.fits', { count: fits }),
    size === undefined ? undefined : t('spaces.size', { count: size }),
    formats.list(asTexts(equipment)),
    costWords,
    asText(howToBook),
  ];
  return parts.filter(Boolean).join(' · ');
}

export const readInCharge: Reader = (value, { t }) =>
  asList(value).map((row) => {
    const { name, role } = asObject(row);
    return [asText(name), t.find(`inCharge.roles.${asText(role)}`)].filter(Boolean).join(', ');
  });

export const readPhotos: Reader = (value, { t }) => {
  const photos = asList(value)
    .map(asObject)
    .filter(({ thumb }) => isPicture(asText(thumb)));
  if (photos.length === 0) return [];
  return [
    <span key="photos" className={styles['photos']}>
      {photos.map(({ id, thumb, words }, i) => (
        <img
          key={asText(id)}
          className={styles['photo']}
          src={asText(thumb)}
          alt={asText(words) || t('photos.alt', { n: i + 1 })}
        />
      ))}
    </span>,
  ];
};

export const readAlert: Reader = (value, { t, formats, now }) => {
  const { words, until } = asObject(value);
  if (asText(words) === '') return [];
  if (asText(until) === '') return [asText(words)];
  // The notice stands through the whole of its last day.
  if (Date.parse(`${asText(until)}T23:59:59Z`) < now) return [];
  return [t('facts.until', { words: asText(words), date: formats.date(asText(until)) })];
};

export const readCapacity: Reader = (value, { t, formats }) => {
  const { state, asOf } = asObject(value);
  const words = t.find(`facts.capacity.${asText(state)}`);
  if (!words) return [];
  return [asText(asOf) ? t('facts.asOf', { words, date: formats.date(asText(asOf)) }) : words];
};

export const readIntroductions: Reader = (value, { t }) => {
  const { yes, words } = asObject(value);
  if (typeof yes !== 'boolean') return [];
  const answer = t(yes ? 'facts.introductionsYes' : 'facts.introductionsNo');
  return asText(words) ? [answer, asText(words)] : [answer];
};

export const readYears: Reader = (value, { t }) => {
  const { from, to } = asObject(value);
  const years = [from, to].filter((year) => typeof year === 'number').map(String);
  const [first = '', last] = years;
  if (last !== undefined && last !== first)
    return [t('facts.yearsFromTo', { from: first, to: last })];
  return first ? [first] : [];
};

export const readContactPerson: Reader = (value, { thingOf }) => {
  const { person, role } = asObject(value);
  const found = thingOf?.(asText(asObject(person)['id']));
  const words = [found?.name, asText(role)].filter(Boolean).join(', ');
  return words === '' ? [] : [words];
};

export const readSource: Reader = (value, { t }) => {
  const { attribution, licence } = asObject(value);
  if (asText(attribution) === '') return [];
  if (asText(licence) === '' || licence === 'own') return [asText(attribution)];
  return [t('facts.from', { licence: asText(licence), attribution: asText(attribution) })];
};
