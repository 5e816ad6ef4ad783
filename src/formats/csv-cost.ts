import type { JsonObject } from '#base/json.ts';
import { costs } from '#domain/place/shared-fields.ts';
import { plainHeading } from './csv-headings.ts';

const asksWhetherFree = new Set(['free', 'isfree', 'amddim']);
const yes = /^(?:y|yes|true|1|ydy|oes|ie)$/i;
const no = /^(?:n|no|false|0|na|nac ydy|nac oes)$/i;

/** "Free?" answered with yes or no, in words that say what it costs. */
export function costSaid(heading: string, said: string): string {
  if (!asksWhetherFree.has(plainHeading(heading))) return said;
  if (yes.test(said)) return 'free';
  return no.test(said) ? 'paid' : said;
}

const nothing =
  /^(?:£ ?)?0(?:\.00?)?p?$|^nil$|\b(?:no|without|zero) (?:charge|cost|fee)s?\b|\bam ddim\b/;
const money = /£ ?(?:\d*[1-9]|0?\.\d)|\b[1-9]\d*p\b/;
const free = /\bfree\b/;
/** Free for some, or under some condition, is not free for whoever reads it. */
const notForAll =
  /\bnot free\b|\bfree (?:for|if|to|when|with) (?!all\b|any|attend|come|enter|every|join|the public|use|visit)/;

/** "Free", "£2.50", "donation"; nothing where the words do not tell. */
export function costIn(written: string): JsonObject {
  const said = written.toLowerCase();
  const known = costs.find((each) => each === said);
  if (known) return { cost: known };
  const [, pounds] = /^£ ?(\d{1,5}(?:\.\d\d)?)$/.exec(said) ?? [];
  if (Number(pounds) > 0) return { cost: 'paid', pricePence: Math.round(Number(pounds) * 100) };
  if (nothing.test(said)) return { cost: 'free' };
  if (free.test(said) && !money.test(said) && !notForAll.test(said)) return { cost: 'free' };
  if (/donation|contribution|rhodd/.test(said)) return { cost: 'donation' };
  return /[£\d]|\b(?:paid|fees?|charges?|not free)\b/.test(said) ? { cost: 'paid' } : {};
}
