import { type GiftDimension, giftDimensions } from '#domain/taxonomy/gifts.ts';
import { useWords } from '#i18n/use-words.ts';
import { ChipButton, ChipStrip } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Stack } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ids } from './problems.ts';

interface GiftQuestionProps {
  readonly dimension: GiftDimension;
  readonly words: string;
  readonly error: string | undefined;
  readonly onDimension: (dimension: GiftDimension) => void;
  readonly onWords: (words: string) => void;
}

/** A person begins with what they bring, in their own words. */
export function GiftQuestion(props: GiftQuestionProps) {
  const t = useWords('add');
  const { dimension, words, error, onDimension, onWords } = props;
  return (
    <FormGroup legend={t('gift.question')}>
      <Stack gap="near">
        <ChipStrip>
          {giftDimensions.map((each) => (
            <ChipButton key={each} chosen={each === dimension} onClick={() => onDimension(each)}>
              {t(`gift.dimensions.${each}`)}
            </ChipButton>
          ))}
        </ChipStrip>
        <TextField
          id={ids.gift}
          label={t('gift.words')}
          hideLabel
          placeholder={t(`gift.example.${dimension}`)}
          error={error}
          value={words}
          onText={onWords}
          autoComplete="off"
        />
      </Stack>
    </FormGroup>
  );
}
