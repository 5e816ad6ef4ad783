import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { Belonging, Sharing, SharingNow } from '#services/sharing/sharing.ts';
import { Pencil } from '#ui/icons.ts';
import { RadioRows } from '#ui/radio-rows.tsx';
import { Asked } from './asked.tsx';
import { useNames } from './names.ts';
import { useAct } from './use-act.ts';

interface Parts {
  readonly sharing: Sharing;
  readonly now: SharingNow;
  readonly person: Belonging;
}

/** What somebody may see and do, for those who may say so. */
export function ChangeRole({ sharing, now: { mayInvite }, person }: Parts) {
  const t = useWords('people');
  const roles = useWords('sharing');
  const { nameOf } = useNames();
  const act = useAct();
  const [wish, setWish] = useState(person.role);
  const name = nameOf(person);
  const before = person.role;
  const change = async () => {
    if (wish === before) return true;
    return act.run(
      () => sharing.changeRole(person.name, wish),
      t('role.done', { name, role: roles(`roles.${wish}.name`) }),
      () => sharing.changeRole(person.name, before),
    );
  };
  const choices = mayInvite.map((role) => ({
    value: role,
    label: roles(`roles.${role}.name`),
    note: roles(`roles.${role}.means`),
  }));
  return (
    <Asked
      words={t('role.press', { name })}
      icon={Pencil}
      title={t('role.title', { name })}
      yes={t('role.yes')}
      no={t('no')}
      act={act}
      onYes={change}
    >
      <RadioRows legend={t('role.question')} choices={choices} value={wish} onChoose={setWish} />
      <p>{t('role.what')}</p>
    </Asked>
  );
}
