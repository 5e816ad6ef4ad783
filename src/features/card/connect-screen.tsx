import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { type AssetKind, assetKinds } from '#domain/taxonomy/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import { useBook } from '#services/use-services.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Check, Lock } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { ActionBar, Page, Stack } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './card.module.css';
import { leavePart } from './go-to.ts';
import { NoCard } from './no-card.tsx';
import { NotDone } from './not-done.tsx';
import { ThingRow } from './thing-row.tsx';
import { ThingSearch } from './thing-search.tsx';
import { isTied, keyOf, type TieChoice, tieChoices } from './tie-choices.ts';
import { useDoing } from './use-doing.ts';

const allButPeople: readonly AssetKind[] = assetKinds.filter((kind) => kind !== 'people');

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
    <Page className={styles['screen'] ?? ''}>
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

interface OtherProps {
  readonly row: Line;
  readonly other: Line | undefined;
  readonly onChoose: (row: Line | undefined) => void;
}

function Other({ row, other, onChoose }: OtherProps) {
  const t = useWords('card');
  const { lon, lat } = row;
  const near = lon === undefined || lat === undefined ? undefined : { lon, lat };
  return (
    <FormGroup legend={t('connect.question')}>
      {other ? (
        <Stack>
          <ThingRow row={other} />
          <div>
            <Button look="quiet" size="small" onClick={() => onChoose(undefined)}>
              {t('pick.another')}
            </Button>
          </div>
        </Stack>
      ) : (
        <ThingSearch
          label={t('pick.search')}
          kinds={allButPeople}
          near={near}
          fits={({ id, type }) => id !== row.id && type !== 'person'}
          onPick={onChoose}
        />
      )}
    </FormGroup>
  );
}

const howId = 'card-connect-how';

interface HowProps {
  readonly row: Line;
  readonly ties: Thing['ties'];
  readonly other: Line;
  readonly choice: TieChoice | undefined;
  readonly onChoose: (choice: TieChoice) => void;
}

function How({ row, ties, other, choice, onChoose }: HowProps) {
  const t = useWords('card');
  const kinds = useWords('kinds');
  const choices = tieChoices(row.type, other.type);
  const sentence = ({ rel, outward }: TieChoice) =>
    t('connect.sentence', {
      from: row.name,
      relation: kinds(`relations.${rel}.${outward ? 'out' : 'in'}`),
      to: other.name,
    });
  // The list that was pressed is gone: the next question takes the focus.
  useEffect(() => document.getElementById(howId)?.focus(), []);
  return (
    <RadioRows
      id={howId}
      legend={t('connect.how')}
      value={choice && keyOf(choice)}
      onChoose={(key) => {
        const chosen = choices.find((each) => keyOf(each) === key);
        if (chosen) onChoose(chosen);
      }}
      choices={choices.map((each) => ({
        value: keyOf(each),
        label: sentence(each),
        shutBecause: isTied(ties, other.id, each) ? t('connect.already') : undefined,
      }))}
    />
  );
}
