import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Belonging, Phone, Sharing } from '#services/sharing/sharing.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { Trash2 } from '#ui/icons.ts';
import { Line, Stack } from '#ui/page.tsx';
import { Asked } from './asked.tsx';
import { useNames } from './names.ts';
import { useAct } from './use-act.ts';

interface Parts {
  readonly sharing: Sharing;
  readonly person: Belonging;
  readonly phone: Phone;
}

export function PhoneLine(parts: Parts) {
  const t = useWords('people');
  const formats = useFormats();
  const { phoneOf } = useNames();
  const { person, phone } = parts;
  const { seenOn, isThis } = phone;
  // The hub tells those who may invite, and nobody else.
  const seen = seenOn && t('phone.seen', { day: formats.day(seenOn) });
  const mayTake = !isThis && (person.isMe || person.mayChange);
  return (
    <li>
      <Stack gap="near">
        <p>{[phoneOf(person, phone), !isThis && seen].filter(Boolean).join(' · ')}</p>
        {mayTake && (
          <Line>
            <TakeOutPhone {...parts} />
          </Line>
        )}
      </Stack>
    </li>
  );
}

function TakeOutPhone({ sharing, person, phone }: Parts) {
  const t = useWords('people');
  const { nameOf, phoneOf } = useNames();
  const act = useAct();
  const [isLost, setLost] = useState(false);
  const which = { name: nameOf(person), phone: phoneOf(person, phone) };
  const take = () => act.run(() => sharing.removePhone(phone.name, isLost), t('phone.done', which));
  return (
    <Asked
      words={t('phone.press', which)}
      icon={Trash2}
      title={t('phone.title', which)}
      yes={t('phone.press', which)}
      no={t('no')}
      isDanger
      act={act}
      onYes={take}
    >
      <p>{t('phone.what', which)}</p>
      <CheckRow label={t('phone.lost')} checked={isLost} onCheck={setLost} />
      <p>{t(isLost ? 'phone.lostMeans' : 'phone.keeps')}</p>
    </Asked>
  );
}
