import { useMemo } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { Words } from '#i18n/words.ts';

export interface FieldWording {
  readonly label: (field: string) => string;
  readonly hint: (field: string) => string | undefined;
  readonly option: (field: string, option: string) => string;
  readonly section: (section: string) => string;
}

/** A kind's own wording where it has one, else the wording all kinds share. */
export function fieldWording(
  type: string,
  t: Words<'fields'>,
  kinds: Words<'kinds'>,
): FieldWording {
  const find = (path: string) => t.find(`of.${type}.${path}`) ?? t.find(`all.${path}`);
  return {
    label: (field) => find(`${field}.label`) ?? field,
    hint: (field) => find(`${field}.hint`),
    option: (field, option) =>
      field === 'rel'
        ? (kinds.find(`relations.${option}.out`) ?? option)
        : (find(`${field}.options.${option}`) ?? option),
    section: (section) =>
      t.find(`sectionsOf.${type}.${section}`) ?? t.find(`sections.${section}`) ?? section,
  };
}

export function useFieldWords(type: string): FieldWording {
  const t = useWords('fields');
  const kinds = useWords('kinds');
  return useMemo(() => fieldWording(type, t, kinds), [type, t, kinds]);
}
