import { lazy, Suspense } from 'react';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import { useMayWrite } from '#services/use-may-write.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Archive, Check, History, Pencil, RotateCcw, Trash2, Waypoints } from '#ui/icons.ts';
import { ActionBar } from '#ui/page.tsx';
import styles from './card.module.css';
import { goToList, goToPart } from './go-to.ts';
import { asksStillTrue } from './is-due.ts';
import { statusBeforeArchive } from './status-before-archive.ts';
import type { Doing } from './use-doing.ts';

/** Only where a register is shared is there an everywhere. */
const EraseEverywhere = lazy(async () => ({
  default: (await import('./erase-everywhere.tsx')).EraseEverywhere,
}));

interface ActionsProps {
  readonly row: ThingRow;
  readonly doing: Doing;
}

/** Everything else one does to a card, each with its word. */
export function OtherActions({ row, doing }: ActionsProps) {
  const t = useWords('card');
  const common = useWords('common');
  const { book, share } = useServices();
  const mayWrite = useMayWrite();
  const { id, type, name } = row;
  const remove = async () => {
    const failure = await doing.run(() => book.remove({ id, type }), t('done.removed', { name }));
    if (!failure) goToList();
  };
  return (
    <section className={styles['part']} aria-labelledby="card-actions">
      <h2 id="card-actions">{t('actions.title')}</h2>
      <div className={styles['others']}>
        {mayWrite && (
          <Button look="plain" icon={Pencil} onClick={() => goToPart(id, 'edit')}>
            {common('do.edit')}
          </Button>
        )}
        <Button look="plain" icon={History} onClick={() => goToPart(id, 'history')}>
          {t('actions.history')}
        </Button>
        {mayWrite && <ArchiveButton row={row} doing={doing} />}
        {mayWrite && (
          <Button look="plain" icon={Trash2} onClick={() => void remove()}>
            {common('do.remove')}
          </Button>
        )}
        {mayWrite && share.isOn && (
          <Suspense>
            <EraseEverywhere row={row} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

function ArchiveButton({ row, doing }: ActionsProps) {
  const t = useWords('card');
  const { book } = useServices();
  const { id, type, name } = row;
  const bringBack = () =>
    doing.run(
      async () => book.change({ id, type }, { status: await statusBeforeArchive(book, row) }),
      t('done.broughtBack', { name }),
    );
  const putAway = () => doing.run(() => book.archive({ id, type }), t('done.archived', { name }));
  return row.status === 'archived' ? (
    <Button look="plain" icon={RotateCcw} onClick={() => void bringBack()}>
      {t('actions.bringBack')}
    </Button>
  ) : (
    <Button look="plain" icon={Archive} onClick={() => void putAway()}>
      {t('actions.archive')}
    </Button>
  );
}

/** The two that matter most, under the thumb and clear of Add. */
export function MainActions({ row, doing }: ActionsProps) {
  const t = useWords('card');
  const common = useWords('common');
  const { book, now } = useServices();
  const { id, type, name } = row;
  const mayWrite = useMayWrite();
  const isPerson = type === 'person';
  const asks = asksStillTrue(row, now());
  const confirm = () => doing.run(() => book.confirm({ id, type }), t('done.confirmed', { name }));
  const reason = isPerson ? <span id="card-no-ties">{t('actions.noTies')}</span> : undefined;
  if (!mayWrite) return null;
  return (
    <ActionBar note={reason}>
      <div className={styles['main']}>
        <Button look={asks ? 'filled' : 'outline'} icon={Check} onClick={() => void confirm()}>
          {common('do.stillTrue')}
        </Button>
        <Button
          look={asks ? 'outline' : 'filled'}
          icon={Waypoints}
          aria-disabled={isPerson}
          aria-describedby={isPerson ? 'card-no-ties' : undefined}
          onClick={() => !isPerson && goToPart(id, 'connect')}
        >
          {common('do.connect')}
        </Button>
      </div>
    </ActionBar>
  );
}
