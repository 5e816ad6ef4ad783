import { useEffect, useRef } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { PackFacts } from '#pack/read-pack.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Download } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { ActionBar, Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { type Ground, PackArea } from './pack-facts.tsx';
import styles from './packs.module.css';
import type { FileState, useChosenFile } from './use-chosen-file.ts';

interface FoundPackProps {
  readonly chosen: ReturnType<typeof useChosenFile>;
  readonly ground: Ground;
  /** Ids of the packs that are here already. */
  readonly kept: readonly string[];
}

/** What is done with the file, and what came of it: above all else, wherever it was asked for. */
export function FileOutcome({ state }: { readonly state: FileState }) {
  const t = useWords('packs');
  const box = useRef<HTMLDivElement>(null);
  const { step } = state;
  useEffect(() => {
    if (step === 'kept' || step === 'reading') box.current?.scrollIntoView({ block: 'center' });
  }, [step]);
  return (
    <div ref={box} role="status">
      {state.step === 'reading' && <ProgressLine words={t('reading')} />}
      {state.step === 'keeping' && <ProgressLine words={t('keeping')} />}
      {state.step === 'kept' && (
        <Notice tone="success" actions={<LinkButton href="/map">{t('openMap')}</LinkButton>}>
          {t('kept', { name: state.name })}
        </Notice>
      )}
    </div>
  );
}

const heldIn = (parts: PackFacts['parts']) => {
  if (parts?.places && parts.graph) return 'all';
  if (parts?.places) return 'streets';
  return parts?.graph ? 'paths' : 'tiles';
};

/** What is in the file, its weight first: on a small phone that decides. */
export function FoundPack({ chosen, ground, kept }: FoundPackProps) {
  const t = useWords('packs');
  const formats = useFormats();
  const { state, keep, choose } = chosen;
  if (state.step !== 'read') return null;
  const { facts } = state;
  return (
    <>
      <Card>
        <Stack>
          <p className={styles['size']}>{formats.size(facts.bytes)}</p>
          <h2 dir="auto">{facts.name}</h2>
          <PackArea bounds={facts.bounds} ground={ground} />
          <p>{t(`has.${heldIn(facts.parts)}`)}</p>
          {facts.day && (
            <p className={styles['note']}>{t('day', { date: formats.date(facts.day) })}</p>
          )}
          <p className={styles['note']} dir="auto">
            {facts.attribution}
          </p>
          {kept.includes(facts.id) && <Notice>{t('again')}</Notice>}
        </Stack>
      </Card>
      <Button look="plain" wide onClick={() => void choose(undefined)}>
        {t('another')}
      </Button>
      <ActionBar>
        <Button look="filled" wide icon={Download} onClick={() => void keep(facts)}>
          {t('keep')}
        </Button>
      </ActionBar>
    </>
  );
}
