import { assetKinds } from '#domain/taxonomy/kinds.ts';
import { catalogueKey, typesOfKind } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { useImportSession } from './import-session.ts';
import { isPlainKey } from './plain-key.ts';

/** People are asked, never brought in from a file. */
const shownKinds = assetKinds.filter((kind) => kind !== 'people');

/** One answer for all things whose file does not tell what they are. */
export function PlainType() {
  const t = useWords('import');
  const kinds = useWords('kinds');
  const types = useWords('taxonomy');
  const { review, setReview } = useImportSession();
  if (!review?.file.groups.some(({ key }) => isPlainKey(key))) return null;
  return (
    <Select
      id="plain-type"
      label={t('plain.question')}
      hint={t('plain.hint')}
      value={review.plainType}
      onChoose={(plainType) => setReview({ plainType })}
    >
      <option value="">{t('plain.choose')}</option>
      {shownKinds.map((kind) => (
        <optgroup key={kind} label={kinds(kind)}>
          {typesOfKind(kind).map(({ id }) => (
            <option key={id} value={id}>
              {types.find(`types.${catalogueKey(id)}.label`) ?? id}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
