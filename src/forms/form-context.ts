import type { ComponentType } from 'react';
import type { Json } from '#base/json.ts';
import type { Failure, Result } from '#base/result.ts';
import type { Photo } from '#domain/place/shared-fields.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';

/** A thing that a field may point at. */
export interface RefChoice {
  readonly ref: Ref;
  readonly name: string;
}

/** What picks a place on the map; the words and precision stay the form's own. */
export interface LocationFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

/** Known addresses like the one that is typed; `onDone` when one was chosen and is in the form. */
export interface AddressHintsProps {
  readonly typed: string;
  readonly onDone: () => void;
}

/** What a form needs from outside: clocks, ids, and what only a feature can do. */
export interface FormContext {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Stands in for the plain words-and-precision control. */
  readonly LocationField?: ComponentType<LocationFieldProps>;
  /** Stands under the first line of an address. */
  readonly AddressHints?: ComponentType<AddressHintsProps>;
  /** Things this field may point at: its ties, as a rule. */
  readonly choicesFor?: (type: RecordType, field: string) => readonly RefChoice[];
  /** Shrinks, strips and keeps a picture. Without it photos can only be worded and removed. */
  readonly keepPhoto?: (file: File) => Promise<Result<Photo, Failure>>;
}
