import type { Json } from '#base/json.ts';
import { asList, asObject, asText, asTexts } from '../read-json.ts';
import type { Reader, Saying } from './saying.ts';

/** `+441633215847` as people of these islands write it, without the library that reads numbers. */
export const spokenNumber = (number: string): string =>
  number.startsWith('+44') ? `0${number.slice(3, 7)} ${number.slice(7)}` : number;

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

const Elsewhere = ({ url, words }: { readonly url: string; readonly words: string }) => (
  <a href={url} rel="noopener noreferrer" target="_blank">
    {words}
  </a>
);

const phone = (row: Json, { t }: Saying) => {
  const { number, label } = asObject(row);
  const e164 = asText(number);
  if (!/^\+\d+$/.test(e164)) return [];
  const spoken = spokenNumber(e164);
  const words = asText(label)
    ? t('facts.callFor', { label: asText(label), number: spoken })
    : t('facts.call', { number: spoken });
  return [
    <a key={e164} href={`tel:${e164}`}>
      {words}
    </a>,
  ];
};

const email = (address: string, { t }: Saying) => (
  <a key={address} href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`}>
    {t('facts.write', { email: address })}
  </a>
);

/** The role first, then the ways to reach it as links. */
export const readContact: Reader = (value, saying) => {
  const contact = asObject(value);
  const { t } = saying;
  const website = asText(contact['website']);
  const preferred = asText(contact['preferred']);
  const way = preferred && t.find(`contact.ways.${preferred}`);
  return [
    ...[asText(contact['roleName'])].filter((role) => role !== ''),
    ...asList(contact['phones']).flatMap((row) => phone(row, saying)),
    ...asTexts(contact['emails']).map((address) => email(address, saying)),
    ...(isWebAddress(website)
      ? [<Elsewhere key="website" url={website} words={t('facts.website')} />]
      : []),
    ...asList(contact['social']).flatMap((row) => {
      const { network, url } = asObject(row);
      const address = asText(url);
      return isWebAddress(address)
        ? [<Elsewhere key={address} url={address} words={asText(network)} />]
        : [];
    }),
    ...(way ? [t('facts.best', { way })] : []),
  ];
};

/** How to say hello to one person: "Text message, 07700 900123, evenings". */
export const readRoutes: Reader = (value, { t }) =>
  asList(value).flatMap((row) => {
    const { kind, value: address, bestTime } = asObject(row);
    const way = t.find(`facts.routes.${asText(kind)}`);
    return way ? [[way, asText(address), asText(bestTime)].filter(Boolean).join(', ')] : [];
  });
