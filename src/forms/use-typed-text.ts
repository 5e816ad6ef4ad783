import { useState } from 'react';
import type { Json } from '#base/json.ts';

interface TypedText {
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly read: (text: string) => Json | undefined;
  readonly show: (value: Json | undefined) => string;
}

/** Text that stands for a value: shown as typed while it means that value, else as the value says. */
export function useTypedText({ value, onChange, read, show }: TypedText): {
  readonly value: string;
  readonly onText: (text: string) => void;
} {
  const [typed, setTyped] = useState(() => show(value));
  return {
    value: read(typed) === value ? typed : show(value),
    onText: (text) => {
      setTyped(text);
      onChange(read(text));
    },
  };
}
