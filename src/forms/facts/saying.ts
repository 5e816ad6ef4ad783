import type { ReactNode } from 'react';
import type { Json, JsonObject } from '#base/json.ts';
import { createFormats, type Formats } from '#i18n/formats.ts';
import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Words } from '#i18n/words.ts';
import { type FieldWording, useFieldWords } from '../field-words.ts';
import { useLanguageNames } from '../language-names.ts';

/** What is told of a thing that a record points at. */
export interface ThingName {
  readonly name: string;
  readonly href?: string;
}

export interface SayingInput {
  readonly type: string;
  readonly record: JsonObject;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly thingOf?: ((id: string) => ThingName | undefined) | undefined;
}

/** All that is needed to put a value into words. */
export interface Saying extends SayingInput {
  readonly t: Words<'fields'>;
  readonly taxonomy: Words<'taxonomy'>;
  readonly formats: Formats;
  readonly words: FieldWording;
  readonly languageName: (code: string) => string;
  readonly pounds: (pence: number) => string;
}

/** A value as lines to read; none when there is nothing worth reading. */
export type Reader = (value: Json, saying: Saying, field: string) => readonly ReactNode[];

export function useSaying(input: SayingInput): Saying {
  const locale = useLocale();
  const common = useWords('common');
  const money = new Intl.NumberFormat(locale.base, {
    style: 'currency',
    currency: 'GBP',
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions);
  return {
    ...input,
    t: useWords('fields'),
    taxonomy: useWords('taxonomy'),
    formats: createFormats(locale, common, () => new Date(input.now)),
    words: useFieldWords(input.type),
    languageName: useLanguageNames(),
    pounds: (pence) => money.format(pence / 100),
  };
}
