import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { bestPack } from '#pack/best-pack.ts';
import type { usePacks } from '#services/use-packs.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { MapIcon, Trash2 } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import type { Ground } from './pack-facts.tsx';
import styles from './packs.module.css';

type Kept = NonNullable<ReturnType<typeof usePacks>>;

interface KeptPacksProps {
  readonly packs: Kept;
  readonly ground: Ground;
}

export function KeptPacks({ packs, ground }: KeptPacksProps) {
  const t = useWords('packs');
  const { packs: store } = useServices();
  const [removed, setRemoved] = useState('');
  const shown = bestPack(packs, ground.centre, ground.things);
  const remove = async ({ id, name }: Kept[number]) => {
    await store.remove(id);
    setRemoved(t('removed', { name }));
  };
  return (
    <Stack>
      <h2>{t('list')}</h2>
      {packs.length === 0 && <p>{t('none')}</p>}
      <List aria-label={t('list')}>
        {packs.map((pack) => (
          <li key={pack.id}>
            <PackRow
              pack={pack}
              isShown={pack === shown && packs.length > 1}
              onRemove={() => void remove(pack)}
            />
          </li>
        ))}
      </List>
      <p role="status">{removed}</p>
    </Stack>
  );
}

interface PackRowProps {
  readonly pack: Kept[number];
  /** Said only where there is a choice. */
  readonly isShown: boolean;
  readonly onRemove: () => void;
}

function PackRow({ pack, isShown, onRemove }: PackRowProps) {
  const t = useWords('packs');
  const formats = useFormats();
  const since = t('since', { date: formats.date(pack.addedAt) });
  const day = pack.day && t('day', { date: formats.date(pack.day) });
  const note = [isShown ? t('shown') : '', day, since, pack.attribution]
    .filter(Boolean)
    .join(' · ');
  return (
    <Row
      mark={<MapIcon aria-hidden size={32} className={styles['mark']} />}
      title={pack.name}
      note={note}
      aside={formats.size(pack.bytes)}
    >
      <Button look="plain" size="small" icon={Trash2} onClick={onRemove}>
        {t('remove', { name: pack.name })}
      </Button>
    </Row>
  );
}
