import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';

const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** `https://www.Example.org/hall/` → `example.org/hall`, which is one place on the web. */
const bareAddress = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');

/** How a thing is known elsewhere: its phones, its web address, its number on another map. */
export function waysOf({ contact, source }: JsonObject): readonly string[] {
  const { phones, website } = isJsonObject(contact) ? contact : ({} as JsonObject);
  const numbers = listIn(phones).flatMap((phone) => {
    const number = isJsonObject(phone) ? phone['number'] : undefined;
    return typeof number === 'string' ? [number] : [];
  });
  const web = typeof website === 'string' ? [bareAddress(website)] : [];
  const object = isJsonObject(source) ? source['externalId'] : undefined;
  const known = typeof object === 'string' && object.startsWith('osm:') ? [object] : [];
  return [...numbers, ...web, ...known];
}
