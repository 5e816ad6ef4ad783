import { createContext, type ReactNode, use } from 'react';
import type { Precision } from '#domain/place/location.ts';
import type { LocationFieldProps } from '#forms/form-context.ts';
import { asObject, asText, textOrNothing, withPart } from '#forms/read-json.ts';
import { useWords } from '#i18n/use-words.ts';
import type { PlaceHit } from '#pack/place-hit.ts';
import { useServices } from '#services/use-services.ts';
import { FormGroup } from '#ui/form-group.tsx';
import { Stack } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './card.module.css';
import { SpotField } from './spot-field.tsx';

interface PlaceSetting {
  /** A refuge or the like: no spot is ever taken. */
  readonly isSecret: boolean;
  readonly usual: Precision;
  /** What else of the form belongs to where it is. */
  readonly before: ReactNode;
  /** A known address was chosen: it goes into the form, and its spot where there is none. */
  readonly onAddress: (hit: PlaceHit) => void;
}
export const PlaceSettingContext = createContext<PlaceSetting>({
  isSecret: false,
  usual: 'exact',
  before: null,
  onAddress: () => {},
});

/** Where a thing is: in words, from the phone, on the map, and how much of it may be shown. */
export function PlaceField({ id, label, hint, error, value, onChange }: LocationFieldProps) {
  const { isSecret, usual, before } = use(PlaceSettingContext);
  const fields = useWords('fields');
  const { now } = useServices();
  const said = (words: string) => {
    const start = {
      precision: usual,
      capturedBy: 'typed',
      capturedAt: new Date(now()).toISOString(),
    };
    onChange(withPart({ ...start, ...asObject(value) }, 'words', textOrNothing(words)));
  };
  return (
    <Stack gap="far">
      {before}
      <FormGroup id={id} legend={label} hint={hint} error={error}>
        <Stack>
          <TextField
            label={fields('location.words')}
            hint={fields('location.wordsHint')}
            value={asText(asObject(value)['words'])}
            onText={said}
          />
          {isSecret ? (
            <p className={styles['soft']}>{fields('location.secret')}</p>
          ) : (
            <SpotField value={value} usual={usual} onChange={onChange} />
          )}
        </Stack>
      </FormGroup>
    </Stack>
  );
}
