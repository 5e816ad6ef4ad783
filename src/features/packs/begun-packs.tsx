import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { type ArrivingFile, arriving, useBegunFiles } from '#services/use-arriving.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Download, MapIcon, Trash2 } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import { Row } from '#ui/row.tsx';
import { packNameOf } from './pack-file.ts';
import styles from './packs.module.css';

interface BegunPacksProps {
  readonly onCarryOn: (address: string) => void;
}

/** Packs of which some has come, in this tab or an earlier one. */
export function BegunPacks({ onCarryOn }: BegunPacksProps) {
  const t = useWords('packs');
  const { now } = useServices();
  const begun = useBegunFiles(now);
  const [gone, setGone] = useState('');
  const throwAway = async (address: string) => {
    await arriving.forget(address);
    setGone(t('begun.gone', { name: packNameOf(address) }));
  };
  return (
    <>
      {begun.length > 0 && (
        <List aria-label={t('begun.list')}>
          {begun.map((file) => (
            <li key={file.address}>
              <BegunRow
                file={file}
                onCarryOn={() => onCarryOn(file.address)}
                onThrowAway={() => void throwAway(file.address)}
              />
            </li>
          ))}
        </List>
      )}
      <p role="status">{gone}</p>
    </>
  );
}

interface BegunRowProps {
  readonly file: ArrivingFile;
  readonly onCarryOn: () => void;
  readonly onThrowAway: () => void;
}

function BegunRow({ file: { address, received, total }, onCarryOn, onThrowAway }: BegunRowProps) {
  const t = useWords('packs');
  const formats = useFormats();
  const name = packNameOf(address);
  const done = formats.size(received);
  return (
    <Row
      mark={<MapIcon aria-hidden size={32} className={styles['mark']} />}
      title={name}
      note={
        total === undefined
          ? t('paused', { size: done })
          : t('begun.some', { done, all: formats.size(total) })
      }
    >
      <Button size="small" icon={Download} onClick={onCarryOn}>
        {t('begun.carryOn', { name })}
      </Button>
      <Button look="plain" size="small" icon={Trash2} onClick={onThrowAway}>
        {t('begun.throwAway', { name })}
      </Button>
    </Row>
  );
}
