import { useMemo } from 'react';
import type { RecordType } from '#domain/record/values.ts';
import type { FormContext } from '#forms/form-context.ts';
import { newId } from '#platform/ids.ts';
import { useServices } from '#services/use-services.ts';
import { AddressHints } from './address-hints.tsx';
import { PlaceField } from './place-field.tsx';

/** What the generated form may ask of this phone. A person's spot is never asked for. */
export function useFormContext(type: RecordType): FormContext {
  const { now, photos } = useServices();
  return useMemo(
    () => ({
      now,
      newId,
      keepPhoto: photos.keep,
      ...(type === 'person' ? {} : { LocationField: PlaceField, AddressHints }),
    }),
    [now, photos, type],
  );
}
