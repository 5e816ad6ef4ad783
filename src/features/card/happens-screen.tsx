import { useState } from 'react';
import { useParams } from 'wouter';
import type { Json } from '#base/json.ts';
import type { FieldIssue } from '#domain/record/record.ts';
import { RecordForm } from '#forms/record-form.tsx';
import { useIssueWords } from '#forms/use-issue-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { newId } from '#platform/ids.ts';
import { type Draft, useDraft } from '#services/use-draft.ts';
import { useHoldReload } from '#services/use-hold-reload.ts';
import { useRows } from '#services/use-rows.ts';
import { useBook } from '#services/use-services.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { Button } from '#ui/button.tsx';
import { Check } from '#ui/icons.ts';
import { ActionBar, Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { leavePart } from './go-to.ts';
import { WhereItHappens, WhoMakesIt } from './happens-questions.tsx';
import {
  happeningValues,
  hereOf,
  type NewHappening,
  newHappening,
  readHappening,
} from './new-happening.ts';
import { NoCard } from './no-card.tsx';
import { NotDone } from './not-done.tsx';
import { StillReading } from './unread-notice.tsx';
import { useDoing } from './use-doing.ts';
import { useFormContext } from './use-form-context.ts';

/** "Something happens here": the least one must know of it. The rest goes on its own card. */
export function HappensScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const thing = useThing(id);
  if (!thing) return null;
  return thing === 'missing' ? <NoCard key={id} id={id} /> : <Happens key={id} thing={thing} />;
}

function Happens({ thing }: { readonly thing: Thing }) {
  const t = useWords('card');
  return (
    <Page>
      <TopBar
        title={t('happen.title')}
        subtitle={<bdi>{thing.row.name}</bdi>}
        onClose={() => leavePart(thing.row.id)}
      />
      {thing.read ? <FromDraft thing={thing} /> : <StillReading unread={thing.unread} />}
    </Page>
  );
}

function FromDraft({ thing }: { readonly thing: Thing }) {
  const { row, read } = thing;
  const record = read?.record;
  const hereId = hereOf(row, record?.type === 'group' ? record.meetsAt : undefined);
  const [start] = useState(() => newHappening(row, { id: newId(), scheduleId: newId(), hereId }));
  const draft = useDraft<Json>(`happens:${row.id}`, start);
  if (!draft) return null;
  const happening = readHappening(draft.value, start);
  return <HappensForm {...{ thing, hereId, draft, happening }} />;
}

interface HappensFormProps {
  readonly thing: Thing;
  readonly hereId: string | undefined;
  readonly draft: Draft<Json>;
  readonly happening: NewHappening;
}

/** Fields asked here; whatever else an activity has is asked on its card. */
const asked = ['title', 'kind', 'schedules'];

function HappensForm(props: HappensFormProps) {
  const { thing, hereId, draft, happening } = props;
  const common = useWords('common');
  const say = useIssueWords();
  const context = useFormContext('activity');
  const saving = useHappensSaving(props);
  useHoldReload(typeof happening.values['title'] === 'string', 'happens');
  const put = (part: Partial<NewHappening>) => draft.set({ ...happening, ...part });
  const errorOf = (name: string) => say(saving.issues.find(({ field }) => field === name)?.message);
  return (
    <>
      <NotDone failure={saving.failure} />
      <RecordForm
        type="activity"
        values={happening.values}
        onChange={(values) => put({ values })}
        issues={saving.issues.filter(({ field }) => asked.includes(field.split('.')[0] ?? ''))}
        attempt={saving.attempt}
        only={asked}
        context={context}
      />
      <WhereItHappens
        {...{ row: thing.row, hereId, happening }}
        error={errorOf('placeId')}
        onChange={put}
      />
      <WhoMakesIt
        row={thing.row}
        happening={happening}
        error={errorOf('organiser')}
        onChange={put}
      />
      <ActionBar note={<span role="status">{common('state.kept')}</span>}>
        <Button look="filled" icon={Check} onClick={() => void saving.save()}>
          {common('do.save')}
        </Button>
      </ActionBar>
    </>
  );
}

function useHappensSaving({ thing: { row }, hereId, draft, happening }: HappensFormProps) {
  const t = useWords('card');
  const book = useBook();
  const doing = useDoing();
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { organiserId, placeId, where } = happening;
  const [organiser, place] = useRows([
    organiserId,
    where === 'elsewhere' ? placeId : (hereId ?? organiserId),
  ]);
  const refuse = (found: readonly FieldIssue[]) => {
    setIssues(found);
    setAttempt((count) => count + 1);
  };
  const save = async () => {
    if (!organiser) return refuse([{ field: 'organiser', message: 'required' }]);
    const levels = [organiser.share, ...(place ? [place.share] : [])];
    const values = happeningValues(happening, { organiser, hereId, levels });
    const name = typeof values['title'] === 'string' ? values['title'] : '';
    const failure = await doing.run(
      () => book.add('activity', values, happening.id),
      t('done.happening', { name }),
    );
    if (failure) return refuse(failure.issues ?? []);
    await draft.clear();
    leavePart(row.id);
  };
  return { save, issues, attempt, failure: issues.length > 0 ? undefined : doing.failure };
}
