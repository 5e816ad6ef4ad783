import errors from '#i18n/en-GB/errors.json';

const sentences: Readonly<Record<string, string>> = errors;

/** The sentence a person reads for this failure, if there is one. */
export const words = (kind: string): string | undefined =>
  Object.hasOwn(sentences, kind) ? sentences[kind] : undefined;
