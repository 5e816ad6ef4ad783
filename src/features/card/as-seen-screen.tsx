import { useParams } from 'wouter';
import type { Circle } from '#domain/sharing/level.ts';
import { useWords } from '#i18n/use-words.ts';
import type { SeenAs } from '#services/seen-as.ts';
import { useSeenAs } from '#services/use-seen-as.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Lock } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { CardFacts } from './card-facts.tsx';
import { CardHead } from './card-head.tsx';
import { cardOf, leavePart } from './go-to.ts';
import { KeptBack } from './kept-back.tsx';
import { NoCard } from './no-card.tsx';
import { SeenAround } from './seen-around.tsx';
import { UnreadNotice } from './unread-notice.tsx';
import { idsIn } from './use-thing-names.ts';

const circleOf = (who: string): Circle => (who === 'team' ? 'team' : 'members');

/** A card with the eyes of a member, or of the team: what reaches them, and what does not. */
export function AsSeenScreen() {
  const { id = '', who = '' } = useParams<{ id: string; who: string }>();
  const thing = useThing(id);
  if (!thing) return null;
  if (thing === 'missing') return <NoCard key={id} id={id} />;
  return <AsSeen key={id} thing={thing} circle={circleOf(who)} />;
}

interface AsSeenProps {
  readonly thing: Thing;
  readonly circle: Circle;
}

function AsSeen({ thing, circle }: AsSeenProps) {
  const t = useWords('card');
  const seen = useSeenAs(thing.read, circle, idsIn);
  const leave = () => leavePart(thing.row.id);
  if (seen?.card) return <SeenCard thing={thing} seen={seen} card={seen.card} circle={circle} />;
  return (
    <Page>
      <TopBar title={t(`seen.${circle}.title`, { name: thing.row.name })} onBack={leave} />
      <UnreadNotice unread={thing.unread} />
      {seen && thing.read && (
        <EmptyState
          icon={Lock}
          question={t(`seen.${circle}.none`)}
          note={t(`share.${thing.read.record.share}`)}
        />
      )}
    </Page>
  );
}

interface SeenCardProps extends AsSeenProps {
  readonly seen: SeenAs;
  readonly card: NonNullable<SeenAs['card']>;
}

function SeenCard({ thing, seen, card, circle }: SeenCardProps) {
  const t = useWords('card');
  const { row, read } = card;
  const known = new Map(seen.mentioned.map((each) => [each.id, each] as const));
  const thingOf = (id: string) => {
    const named = known.get(id);
    return named && { name: named.name, href: cardOf(id) };
  };
  const organiser = row.organiserId === undefined ? undefined : known.get(row.organiserId);
  return (
    <Page>
      <CardHead
        thing={{ ...card, unread: undefined }}
        organiser={organiser}
        onBack={() => leavePart(row.id)}
      />
      <Notice title={t(`seen.${circle}.title`, { name: row.name })}>
        {t(`seen.${circle}.words`)}
      </Notice>
      <CardFacts row={row} read={read} thingOf={thingOf} />
      <SeenAround card={card} />
      <StitchRule />
      <KeptBack thing={thing} seen={seen} card={card} circle={circle} />
    </Page>
  );
}
