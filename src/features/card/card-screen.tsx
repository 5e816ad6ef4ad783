import { Suspense } from 'react';
import { useParams } from 'wouter';
import type { AnyRecord } from '#domain/record/record.ts';
import { FactList } from '#forms/facts/fact-list.tsx';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { type Thing, useRows, useThing } from '#services/use-thing.ts';
import { Page, Stack } from '#ui/page.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { SeenBy, WayLine } from './about-lines.tsx';
import styles from './card.module.css';
import { MainActions, OtherActions } from './card-actions.tsx';
import { goBack } from './go-to.ts';
import { Happenings } from './happenings.tsx';
import { KeptPhotos } from './kept-photos.tsx';
import { NearBy } from './near-by.tsx';
import { NoCard } from './no-card.tsx';
import { NotDone } from './not-done.tsx';
import { StatusLine } from './status-line.tsx';
import { ThingMark, useTypeWords } from './thing-mark.tsx';
import { Ties } from './ties.tsx';
import { UnreadNotice } from './unread-notice.tsx';
import { UnsavedNotice } from './unsaved-notice.tsx';
import { useDoing } from './use-doing.ts';
import { useThingNames } from './use-thing-names.ts';

/** One thing with all that is known of it, how fresh that is, and what one can do about it. */
export function CardScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const thing = useThing(id);
  if (!thing) return null;
  return thing === 'missing' ? <NoCard key={id} id={id} /> : <AssetCard key={id} thing={thing} />;
}

function AssetCard({ thing }: { readonly thing: Thing }) {
  const { row, read, unread, ties, happenings } = thing;
  const doing = useDoing();
  return (
    <Page>
      <CardHead thing={thing} />
      <NotDone failure={doing.failure} />
      <UnsavedNotice id={row.id} type={row.type} />
      {/* What still looks for its words must not hide the card that stands already. */}
      <UnreadNotice unread={unread} />
      <Suspense>{read && <Known thing={thing} record={read.record} ages={read.ages} />}</Suspense>
      <StitchRule />
      {row.type !== 'person' && <Ties ties={ties} />}
      <Happenings row={row} happenings={happenings} />
      <OtherActions row={row} doing={doing} />
      <NearBy row={row} />
      <MainActions row={row} doing={doing} />
    </Page>
  );
}

function CardHead({ thing }: { readonly thing: Thing }) {
  const t = useWords('card');
  const typeWords = useTypeWords();
  const { now } = useServices();
  const { row } = thing;
  const [organiser] = useRows(row.organiserId ? [row.organiserId] : []);
  const by = organiser && t('from', { name: organiser.name });
  return (
    <TopBar
      title={row.name}
      onBack={goBack}
      mark={<ThingMark row={row} />}
      subtitle={
        <div className={styles['subtitle']}>
          <span>{[typeWords(row), by].filter(Boolean).join(' · ')}</span>
          <StatusLine thing={thing} now={now()} />
        </div>
      }
    />
  );
}

interface KnownProps {
  readonly thing: Thing;
  readonly record: AnyRecord;
  readonly ages: Readonly<Record<string, number>>;
}

function Known({ thing: { row }, record, ages }: KnownProps) {
  const { now } = useServices();
  const thingOf = useThingNames(record);
  const photos = 'photos' in record ? (record.photos ?? []) : [];
  return (
    <Stack gap="far">
      <KeptPhotos name={row.name} photos={photos} />
      <FactList
        type={record.type}
        record={record}
        ages={ages}
        now={now()}
        thingOf={thingOf}
        except={['photos']}
      />
      <Stack>
        <WayLine row={row} />
        <SeenBy record={record} />
      </Stack>
    </Stack>
  );
}
