import * as v from 'valibot';
import type { JsonObject } from '#base/json.ts';
import { emailSchema, webAddressSchema } from '#domain/record/values.ts';
import type { OsmTags } from '#domain/taxonomy/osm-tags.ts';
import { parsePhone } from './phone.ts';

const listed = (tags: OsmTags, ...keys: readonly string[]): string[] => [
  ...new Set(
    keys
      .flatMap((key) => (tags[key] ?? '').split(';'))
      .map((value) => value.trim())
      .filter(Boolean),
  ),
];

function phonesOf(tags: OsmTags): JsonObject[] {
  const keys = ['phone', 'contact:phone', 'contact:mobile', 'Phone', 'telephone'] as const;
  const numbers = listed(tags, ...keys).flatMap((said) => {
    const phone = parsePhone(said.slice(0, 60));
    return phone.ok ? [phone.value] : [];
  });
  return [...new Set(numbers)].slice(0, 6).map((number) => ({ number }));
}

const emailsOf = (tags: OsmTags): string[] =>
  listed(tags, 'email', 'contact:email', 'Email')
    .filter((email) => v.safeParse(emailSchema, email).success)
    .slice(0, 6);

/** As people write it: the scheme may be left out. */
function webAddress(said: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(said) ? said : `https://${said}`;
  const parsed = v.safeParse(webAddressSchema, full);
  return parsed.success && new URL(full).hostname.includes('.') ? parsed.output : undefined;
}

const websiteOf = (tags: OsmTags): string | undefined =>
  listed(tags, 'website', 'contact:website', 'url', 'Website', 'URL')
    .map(webAddress)
    .find((address) => address !== undefined);

const networks = ['facebook', 'instagram', 'twitter', 'youtube', 'mastodon'];

const socialOf = (tags: OsmTags): JsonObject[] =>
  networks.flatMap((network) => {
    const [said = ''] = listed(tags, `contact:${network}`);
    const url = /^https?:/i.test(said) ? webAddress(said) : undefined;
    return url ? [{ network: network.charAt(0).toUpperCase() + network.slice(1), url }] : [];
  });

/** The ways to reach it; `publishedWhere` says that it put them there itself. */
export function contactFrom(
  tags: OsmTags,
  publishedWhere: string | undefined,
): JsonObject | undefined {
  const [phones, emails, website, social] = [
    phonesOf(tags),
    emailsOf(tags),
    websiteOf(tags),
    socialOf(tags),
  ];
  const contact: JsonObject = {
    ...(phones.length > 0 ? { phones } : {}),
    ...(emails.length > 0 ? { emails } : {}),
    ...(website ? { website } : {}),
    ...(social.length > 0 ? { social } : {}),
  };
  if (Object.keys(contact).length === 0) return undefined;
  return publishedWhere ? { ...contact, published: true, publishedWhere } : contact;
}
