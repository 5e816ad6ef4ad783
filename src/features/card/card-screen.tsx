import { Suspense } from 'react';
import { useParams } from 'wouter';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { ReadRecord } from '#services/book.ts';
import { useRows } from '#services/use-rows.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { Page } from '#ui/page.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { MainActions, OtherActions } from './card-actions.tsx';
import { CardFacts } from './card-facts.tsx';
import { CardHead } from './card-head.tsx';
import { Happenings } from './happenings.tsx';
import { NearBy } from './near-by.tsx';
import { NoCard } from './no-card.tsx';
import { NotDone } from './not-done.tsx';
import { Ties } from './ties.tsx';
import { UnreadNotice } from './unread-notice.tsx';
import { UnsavedNotice } from './unsaved-notice.tsx';
import { useDoing } from './use-doing.ts';
import { useThingNames } from './use-thing-names.ts';
import { WaysToSee } from './ways-to-see.tsx';

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
  const [organiser] = useRows(row.organiserId ? [row.organiserId] : []);
  return (
    <Page>
      <CardHead thing={thing} organiser={organiser} />
      <NotDone failure={doing.failure} />
      <UnsavedNotice id={row.id} type={row.type} />
      {/* What still looks for its words must not hide the card that stands already. */}
      <UnreadNotice unread={unread} />
      <Suspense>{read && <Known row={row} read={read} />}</Suspense>
      <StitchRule />
      {row.type !== 'person' && <Ties ties={ties} />}
      <Happenings row={row} happenings={happenings} />
      <OtherActions row={row} doing={doing} />
      <NearBy row={row} />
      <MainActions row={row} doing={doing} />
    </Page>
  );
}

interface KnownProps {
  readonly row: ThingRow;
  readonly read: ReadRecord;
}

function Known({ row, read }: KnownProps) {
  const thingOf = useThingNames(read.record);
  return (
    <CardFacts row={row} read={read} thingOf={thingOf}>
      <WaysToSee id={row.id} />
    </CardFacts>
  );
}
