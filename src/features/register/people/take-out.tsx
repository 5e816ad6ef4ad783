import { useWords } from '#i18n/use-words.ts';
import type { Belonging, Sharing } from '#services/sharing/sharing.ts';
import { Trash2 } from '#ui/icons.ts';
import { Asked } from './asked.tsx';
import { useNames } from './names.ts';
import { useAct } from './use-act.ts';

interface Parts {
  readonly sharing: Sharing;
  readonly person: Belonging;
}

/** Takes a person out, with all their phones. It can't be undone: they are let in anew. */
export function TakeOut({ sharing, person }: Parts) {
  const t = useWords('people');
  const { nameOf } = useNames();
  const act = useAct();
  const name = nameOf(person);
  return (
    <Asked
      words={t('out.press', { name })}
      icon={Trash2}
      title={t('out.title', { name })}
      yes={t('out.press', { name })}
      no={t('no')}
      isDanger
      act={act}
      onYes={() => act.run(() => sharing.remove(person.name), t('out.done', { name }))}
    >
      <p>{t('out.what', { name })}</p>
      <p>{t('out.keeps')}</p>
      <p>{t('out.back')}</p>
    </Asked>
  );
}
