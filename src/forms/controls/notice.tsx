import { useWords } from '#i18n/use-words.ts';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { useParts } from '../use-parts.ts';
import { PartsGroup } from './parts-group.tsx';

/** Words that pass by themselves: "In the church hall this month". */
export function PassingNotice(props: ControlProps) {
  const t = useWords('fields');
  const parts = useParts(props);
  return (
    <PartsGroup of={props}>
      <TextField label={t('notice.words')} {...parts.text('words')} />
      <TextField type="date" label={t('notice.until')} {...parts.text('until')} />
    </PartsGroup>
  );
}
