import { use } from 'react';
import type { AddressHintsProps } from '#forms/form-context.ts';
import { useLocale } from '#i18n/shown-locale.ts';
import { PlaceSuggestions } from '#map/place-chips.tsx';
import { usePlaceHits } from '#services/use-place-hits.ts';
import { PlaceSettingContext } from './place-field.tsx';

/** Houses, streets and postcodes of the map pack that begin as the address does. */
export function AddressHints({ typed, onDone }: AddressHintsProps) {
  const { onAddress } = use(PlaceSettingContext);
  const hits = usePlaceHits(typed, useLocale().base.slice(0, 2));
  return (
    <PlaceSuggestions
      hits={hits}
      onChoose={(hit) => {
        onAddress(hit);
        onDone();
      }}
    />
  );
}
