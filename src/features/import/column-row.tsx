import { isTableField, tableFields } from '#formats/csv-fields.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import type { CheckedColumn } from './checked-file.ts';
import { useMatching } from './use-matching.ts';

interface ColumnRowProps {
  readonly column: CheckedColumn;
}

/** One column by its heading and its first two cells, and what it holds for the book. */
export function ColumnRow({ column }: ColumnRowProps) {
  const { place, heading, samples, field } = column;
  const t = useWords('import');
  const formats = useFormats();
  const { match } = useMatching();
  const quoted = samples.map((sample) => t('columns.sample', { sample }));
  return (
    <Select
      label={heading || t('columns.unnamed', { place: place + 1 })}
      hint={samples.length > 0 ? <bdi>{formats.list(quoted)}</bdi> : t('columns.empty')}
      value={field ?? ''}
      onChoose={(said) => void match(place, isTableField(said) ? said : undefined)}
    >
      <option value="">{t('columns.unused')}</option>
      {tableFields.map((each) => (
        <option key={each} value={each}>
          {t(`columns.fields.${each}`)}
        </option>
      ))}
    </Select>
  );
}
