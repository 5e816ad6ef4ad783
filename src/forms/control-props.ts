import type { Json } from '#base/json.ts';
import type { Field } from '#domain/record/field.ts';
import type { FieldIssue } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { FormContext } from './form-context.ts';

/** What every control of the generated form is given. */
export interface ControlProps {
  readonly type: RecordType;
  /** The field's key in the record. */
  readonly name: string;
  readonly field: Field;
  /** Of the control's own element; parts add their path: `<id>.phones.0.number`. */
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: Json | undefined;
  /** `undefined` when nothing is left. */
  readonly onChange: (value: Json | undefined) => void;
  /** Of this field only, named from inside it; `''` is the field itself. */
  readonly issues: readonly FieldIssue[];
  readonly context: FormContext;
}
