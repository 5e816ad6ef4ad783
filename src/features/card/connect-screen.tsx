import { useState } from 'react';
import { useParams } from 'wouter';
import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import { useBook } from '#services/use-services.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Check, Lock } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { ActionBar, Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { How, Other } from './connect-questions.tsx';
import { leavePart } from './go-to.ts';
import { NoCard } from './no-card.tsx';
import { NotDone } from './not-done.tsx';
import { isTied, type TieChoice } from './tie-choices.ts';
import { useDoing } from './use-doing.ts';

/** Ties one thing to another in a sentence that both would say. */
export function ConnectScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const thing = useThing(id);
  if (!thing) return null;
  return thing === 'missing' ? <NoCard key={id} id={id} /> : <Connect key={id} thing={thing} />;
}

function Connect({ thing }: { readonly thing: Thing }) {
  const t = useWords('card');
  const { row } = thing;
  const isPerson = row.type === 'person';
  return (
    <Page>
      <TopBar title={t('connect.title', { name: row.name })} onClose={() => leavePart(row.id)} />
      {isPerson ? (
        <EmptyState icon={Lock} question={t('actions.noTies')} />
      ) : (
        <ConnectForm thing={thing} />
      )}
    </Page>
  );
}

type Trouble = 'chooseOne' | 'chooseHow' | 'alreadyThere';

function ConnectForm({ thing }: { readonly thing: Thing }) {
  const t = useWords('card');
  const common = useWords('common');
  const book = useBook();
  const doing = useDoing();
  const [other, setOther] = useState<Line>();
  const [choice, setChoice] = useState<TieChoice>();
  const [trouble, setTrouble] = useState<Trouble>();
  const { row, ties } = thing;
  const choose = (found: Line | undefined) => {
    setOther(found);
    setChoice(undefined);
    setTrouble(undefined);
  };
  const save = async () => {
    const why = troubleIn(thing, other, choice);
    setTrouble(why);
    if (why || !other || !choice) return;
    const [from, to] = choice.outward ? [row, other] : [other, row];
    const failure = await doing.run(
      () =>
        book.connect({ type: from.type, id: from.id }, { type: to.type, id: to.id }, choice.rel),
      t('done.connected', { name: other.name }),
    );
    if (!failure) leavePart(row.id);
  };
  return (
    <>
      <NotDone failure={doing.failure} />
      {trouble && (
        <Notice tone="warn" live="alert">
          {t(`connect.${trouble}`)}
        </Notice>
      )}
      <Other row={row} other={other} onChoose={choose} />
      {other && (
        <How
          {...{ row, ties, other, choice }}
          onChoose={(chosen) => {
            setChoice(chosen);
            setTrouble(undefined);
          }}
        />
      )}
      <ActionBar>
        <Button look="filled" icon={Check} onClick={() => void save()}>
          {common('do.save')}
        </Button>
      </ActionBar>
    </>
  );
}

function troubleIn(
  { ties }: Thing,
  other: Line | undefined,
  choice: TieChoice | undefined,
): Trouble | undefined {
  if (!other) return 'chooseOne';
  if (!choice) return 'chooseHow';
  return isTied(ties, other.id, choice) ? 'alreadyThere' : undefined;
}
