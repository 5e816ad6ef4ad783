import type { Json, JsonObject } from '#base/json.ts';
import { kinds } from '#domain/record/kinds.ts';
import type { FieldIssue } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { ShareLevel } from '#domain/sharing/level.ts';
import { withPart } from '#forms/read-json.ts';
import { RecordForm } from '#forms/record-form.tsx';
import { useIssueWords } from '#forms/use-issue-words.ts';
import type { PlaceHit } from '#pack/place-hit.ts';
import { StitchRule } from '#ui/stitch-rule.tsx';
import styles from './card.module.css';
import type { EditDraft } from './edit-draft.ts';
import { PlaceSettingContext } from './place-field.tsx';
import { withAddress } from './place-values.ts';
import { ShareField } from './share-field.tsx';
import { useFormContext } from './use-form-context.ts';
import { refFields, WhereTheyMeet } from './where-they-meet.tsx';

interface FieldsProps {
  readonly row: ThingRow;
  readonly edit: EditDraft;
  readonly saving: { readonly issues: readonly FieldIssue[]; readonly attempt: number };
  readonly onChange: (values: JsonObject) => void;
}

export function Fields({ row, edit: { values }, saving, onChange }: FieldsProps) {
  const { type } = row;
  const context = useFormContext(type);
  const say = useIssueWords();
  const pointing = refFields(type);
  const fields = kinds[type].fields;
  const isSecret = values['confidentialLocation'] === true;
  const set = (name: string, value: Json | undefined) => onChange(withPart(values, name, value));
  const errorOf = (name: string) => say(saving.issues.find(({ field }) => field === name)?.message);
  const pickers = pointing.map((field) => (
    <WhereTheyMeet
      key={field}
      row={row}
      field={field}
      value={values[field]}
      error={errorOf(field)}
      onChange={(id) => set(field, id)}
    />
  ));
  const hasLocation = 'location' in fields && type !== 'person';
  const { precision: usual } = kinds[type].defaults;
  const onAddress = (hit: PlaceHit) =>
    onChange(withAddress(values, hit, { usual, isSecret, at: context.now() }));
  return (
    <div className={styles['part']}>
      <PlaceSettingContext value={{ isSecret, usual, before: pickers, onAddress }}>
        <RecordForm
          type={type}
          values={values}
          onChange={onChange}
          issues={saving.issues}
          attempt={saving.attempt}
          only={Object.keys(fields).filter((name) => !pointing.includes(name))}
          context={context}
        />
      </PlaceSettingContext>
      {!hasLocation && pickers}
      <StitchRule />
      <ShareField
        type={type}
        isSecret={isSecret}
        value={values['share'] as ShareLevel}
        error={errorOf('share')}
        onChoose={(level) => set('share', level)}
      />
    </div>
  );
}
