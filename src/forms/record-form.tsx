import { Suspense, useId } from 'react';
import type { Json, JsonObject } from '#base/json.ts';
import { sections as allSections, type Field, type Section } from '#domain/record/field.ts';
import { kinds } from '#domain/record/kinds.ts';
import type { FieldIssue } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import { useWords } from '#i18n/use-words.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { controls } from './controls/registry.ts';
import { useFieldWords } from './field-words.ts';
import type { FormContext } from './form-context.ts';
import { issuesUnder } from './issues.ts';
import { withPart } from './read-json.ts';
import styles from './record-form.module.css';
import { useProblems } from './use-problems.ts';

export interface RecordFormProps {
  readonly type: RecordType;
  /** A draft: may hold what is half typed. `cleanValues` makes it ready to be saved. */
  readonly values: JsonObject;
  readonly onChange: (values: JsonObject) => void;
  readonly issues: readonly FieldIssue[];
  /** Counts the tries to save: each brings the focus to the summary of what needs a change. */
  readonly attempt?: number;
  /** Which parts, in the usual order; absent = all. */
  readonly sections?: readonly Section[];
  /** Which fields; absent = all that have a control. */
  readonly only?: readonly string[];
  readonly context: FormContext;
}

/** The form of a kind, made from its fields: nothing here knows any kind by name. */
export function RecordForm(props: RecordFormProps) {
  const { type, values, issues, attempt = 0, sections = allSections } = props;
  const id = useId();
  const words = useFieldWords(type);
  const problems = useProblems(id, type, issues);
  const asked = askedFields(type, props.only);
  const shown = allSections.filter(
    (section) => sections.includes(section) && asked.some(([, field]) => field.section === section),
  );
  const set = (name: string, value: Json | undefined) => {
    props.onChange(withPart(values, name, value));
  };
  return (
    <div className={styles['form']}>
      <ErrorSummary problems={problems} attempt={attempt} />
      {shown.map((section, i) => (
        <section
          key={section}
          className={styles['section']}
          aria-labelledby={`${id}-section-${section}`}
        >
          {i > 0 && <StitchRule />}
          <h2 id={`${id}-section-${section}`} className={styles['title']}>
            {words.section(section)}
          </h2>
          {asked
            .filter(([, field]) => field.section === section)
            .map(([name, field]) => (
              <FormField key={name} {...{ form: props, id, name, field, set }} />
            ))}
        </section>
      ))}
    </div>
  );
}

const askedFields = (type: RecordType, only: readonly string[] | undefined) =>
  Object.entries<Field>(kinds[type].fields).filter(
    ([name, { control }]) => control !== 'none' && (!only || only.includes(name)),
  );

interface FormFieldProps {
  readonly form: RecordFormProps;
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  readonly set: (name: string, value: Json | undefined) => void;
}

function FormField({ form, id, name, field, set }: FormFieldProps) {
  const { type, values, issues, context } = form;
  const words = useFieldWords(type);
  const t = useWords('fields');
  if (field.control === 'none') return null;
  const Control = controls[field.control];
  return (
    <div id={`${id}-${name}-field`} tabIndex={-1} className={styles['field']}>
      <Suspense fallback={<p className={styles['coming']}>{t('form.loading')}</p>}>
        <Control
          type={type}
          name={name}
          field={field}
          id={`${id}-${name}`}
          label={words.label(name)}
          hint={words.hint(name)}
          value={values[name]}
          onChange={(value) => set(name, value)}
          issues={issuesUnder(issues, name)}
          context={context}
        />
      </Suspense>
    </div>
  );
}
