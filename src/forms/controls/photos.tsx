import { useEffect, useRef, useState } from 'react';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { buttonClass } from '#ui/button.tsx';
import { FieldError } from '#ui/field.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Camera, Trash2 } from '#ui/icons.ts';
import { ProgressLine } from '#ui/progress-line.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { asText, isPicture } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { type PartsInput, rowsOf, useParts } from '../use-parts.ts';
import styles from './controls.module.css';

const most = 3;

export function Photos(props: ControlProps) {
  const { id, label, hint, issues, context } = props;
  const t = useWords('fields');
  const say = useIssueWords();
  const { rows, add, remove } = rowsOf(props);
  const keeping = useKeeping(context.keepPhoto, add);
  return (
    <FormGroup id={id} legend={label} hint={hint} error={say(messageAt(issues, ''))}>
      <div className={styles['parts']}>
        {rows.map((row, i) => (
          <PhotoParts key={row.id} row={row} n={i + 1} onRemove={() => remove(i)} />
        ))}
        {rows.length < most && context.keepPhoto && !keeping.isBusy && (
          <PhotoInput id={`${id}.file`} onFile={keeping.keep} />
        )}
        {rows.length >= most && <p className={styles['note']}>{t('photos.full')}</p>}
        {!context.keepPhoto && <p className={styles['note']}>{t('photos.later')}</p>}
        <div role="status">
          {keeping.isBusy && <ProgressLine words={t('photos.working')} />}
          {keeping.isDone && t('photos.done')}
        </div>
        {keeping.error && <FieldError id={`${id}.file-error`} message={keeping.error} />}
      </div>
    </FormGroup>
  );
}

type State = 'idle' | 'busy' | 'done' | { readonly failed: string };

function useKeeping(
  keepPhoto: ControlProps['context']['keepPhoto'],
  add: (photo: { readonly [key: string]: string | number }) => void,
) {
  const failureWords = useFailureWords();
  const [state, setState] = useState<State>('idle');
  // Making a photo small takes seconds: what was typed meanwhile must not be put back.
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  const keep = async (file: File) => {
    if (!keepPhoto) return;
    setState('busy');
    const kept = await keepPhoto(file);
    setState(kept.ok ? 'done' : { failed: failureWords(kept.error) });
    if (!kept.ok) return;
    const { id, thumb, width, height, key } = kept.value;
    latest.current({ id, thumb, width, height, ...(key && { key }) });
  };
  return {
    keep: (file: File) => void keep(file),
    isBusy: state === 'busy',
    isDone: state === 'done',
    error: typeof state === 'object' ? state.failed : undefined,
  };
}

function PhotoInput({ id, onFile }: { readonly id: string; onFile: (file: File) => void }) {
  const t = useWords('fields');
  return (
    <label className={buttonClass({ look: 'plain' }, styles['file'])}>
      <Camera aria-hidden size={24} />
      <span>{t('photos.add')}</span>
      <input
        id={id}
        type="file"
        accept="image/*"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

interface PhotoPartsProps {
  readonly row: PartsInput;
  readonly n: number;
  readonly onRemove: () => void;
}

function PhotoParts({ row, n, onRemove }: PhotoPartsProps) {
  const t = useWords('fields');
  const parts = useParts(row);
  const words = parts.text('words');
  const thumb = asText(parts.object['thumb']);
  return (
    <div className={styles['photo']}>
      {isPicture(thumb) && (
        <img
          className={styles['picture']}
          src={thumb}
          alt={words.value || t('photos.alt', { n })}
        />
      )}
      <div className={styles['adding']}>
        <TextField label={t('photos.words')} {...words} />
        <IconButton
          icon={Trash2}
          label={t('form.remove', { name: t('photos.row', { n }) })}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
