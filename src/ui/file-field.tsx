import type { MouseEvent, ReactNode } from 'react';
import { Field, type FieldWords } from './field.tsx';
import styles from './file-field.module.css';

interface FileFieldProps extends FieldWords {
  /** Endings and media types, as the native input takes them; without it any file may be chosen. */
  readonly accept?: string;
  readonly disabled?: boolean;
  /** Shown under the control: which file was chosen. */
  readonly after?: ReactNode;
  readonly onFile: (file: File | undefined) => void;
}

/** A file that was put right and is chosen again is a new choice, though its name is the same. */
const forgetChoice = ({ currentTarget }: MouseEvent<HTMLInputElement>): void => {
  currentTarget.value = '';
};

/** One file from this phone. */
export function FileField({ accept, disabled, after, onFile, ...words }: FileFieldProps) {
  return (
    <Field {...words} after={after}>
      {(attributes) => (
        <input
          {...attributes}
          type="file"
          accept={accept}
          disabled={disabled}
          className={styles['file']}
          onClick={forgetChoice}
          onChange={(event) => onFile(event.currentTarget.files?.[0])}
        />
      )}
    </Field>
  );
}
