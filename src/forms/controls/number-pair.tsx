import type { ControlProps } from '../control-props.ts';
import { readWhole, showNumber } from '../typed-values.ts';
import { useParts } from '../use-parts.ts';
import { PartsGroup } from './parts-group.tsx';
import { TypedNumber } from './typed-number.tsx';

interface NumberPairProps {
  readonly of: ControlProps;
  /** The two parts in reading order, each with its label. */
  readonly labels: Readonly<Record<string, string>>;
}

/** From one whole number to another. */
export function NumberPair({ of, labels }: NumberPairProps) {
  const parts = useParts(of);
  return (
    <PartsGroup of={of} as="pair">
      {Object.entries(labels).map(([end, label]) => (
        <TypedNumber
          key={end}
          label={label}
          {...parts.at(end)}
          value={parts.object[end]}
          onChange={(value) => parts.set(end, value)}
          read={readWhole}
          show={showNumber}
        />
      ))}
    </PartsGroup>
  );
}
