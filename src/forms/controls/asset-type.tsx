import { assetKinds, kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import { type AssetType, catalogueKey, findType, typesOfKind } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

/** The types of the record's kind first; what has no kind of its own may take any. */
export function AssetTypeChoice({ type, id, label, hint, value, onChange, issues }: ControlProps) {
  const t = useWords('fields');
  const kinds = useWords('kinds');
  const taxonomy = useWords('taxonomy');
  const say = useIssueWords();
  const own = kindOfRecordType(type);
  const chosen = asText(value);
  const known = findType(chosen);
  const isElsewhere = chosen !== '' && (!known || (own && known.kind !== own));
  const nameOf = (typeId: string) => taxonomy.find(`types.${catalogueKey(typeId)}.label`) ?? typeId;
  const option = ({ id: typeId }: Pick<AssetType, 'id'>) => (
    <option key={typeId} value={typeId}>
      {nameOf(typeId)}
    </option>
  );
  return (
    <Select
      id={id}
      label={label}
      hint={hint}
      error={say(messageWithin(issues, ''))}
      value={chosen}
      onChoose={(typeId) => onChange(textOrNothing(typeId))}
    >
      <option value="">{t('type.pick')}</option>
      {isElsewhere && (
        <option value={chosen}>
          {known ? nameOf(chosen) : localName(chosen, t('type.unknown'))}
        </option>
      )}
      {own
        ? typesOfKind(own).map(option)
        : assetKinds.map((kind) => (
            <optgroup key={kind} label={kinds(kind)}>
              {typesOfKind(kind).map(option)}
            </optgroup>
          ))}
    </Select>
  );
}

/** `local.pill.tool-swap` is shown by its own word, anything newer by its id. */
const localName = (id: string, otherwise: string): string => {
  const slug = id.startsWith('local.') ? id.split('.').at(-1) : undefined;
  return slug ? slug.replaceAll('-', ' ') : `${otherwise} (${id})`;
};
