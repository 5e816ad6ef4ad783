import { type GiftDimension, giftDimensions, giftsOf } from '#domain/taxonomy/gifts.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { textOrNothing } from '../read-json.ts';

interface GiftTypeProps {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (giftType: string | undefined) => void;
  /** Only these; a wish may be of any. */
  readonly dimension?: GiftDimension | undefined;
}

/** Comes after their own words, or not at all. */
export function GiftTypeChoice({ dimension, value, onChange, ...words }: GiftTypeProps) {
  const t = useWords('fields');
  const taxonomy = useWords('taxonomy');
  const shown = dimension ? [dimension] : giftDimensions;
  return (
    <Select {...words} value={value} onChoose={(giftType) => onChange(textOrNothing(giftType))}>
      <option value="">{t('gifts.typeNone')}</option>
      {shown.map((each) => (
        <optgroup key={each} label={t(`gifts.dimensions.${each}`)}>
          {giftsOf(each).map(({ id }) => (
            <option key={id} value={id}>
              {taxonomy.find(`gifts.${catalogueKey(id)}`) ?? id}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
