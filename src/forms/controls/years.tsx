import { useWords } from '#i18n/use-words.ts';
import type { ControlProps } from '../control-props.ts';
import { NumberPair } from './number-pair.tsx';

export function Years(props: ControlProps) {
  const t = useWords('fields');
  return <NumberPair of={props} labels={{ from: t('years.from'), to: t('years.to') }} />;
}
