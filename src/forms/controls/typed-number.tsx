import type { Json } from '#base/json.ts';
import { TextField } from '#ui/text-field.tsx';
import { useTypedText } from '../use-typed-text.ts';

interface TypedNumberProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error: string | undefined;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly read: (text: string) => Json | undefined;
  readonly show: (value: Json | undefined) => string;
  readonly decimal?: boolean;
}

/** A number as people type it; what is no number stays to be put right. */
export function TypedNumber({ value, onChange, read, show, decimal, ...words }: TypedNumberProps) {
  const text = useTypedText({ value, onChange, read, show });
  return <TextField {...words} {...text} inputMode={decimal ? 'decimal' : 'numeric'} />;
}
