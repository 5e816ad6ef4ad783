import { lazy, Suspense, useState } from 'react';
import type { Json, JsonObject } from '#base/json.ts';
import type { FieldIssue } from '#domain/record/record.ts';
import type { Register } from '#domain/register/register.ts';
import { changedValues } from '#forms/changed-values.ts';
import { RecordForm } from '#forms/record-form.tsx';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import type { SaveFailure } from '#services/book.ts';
import { type Draft, useDraft } from '#services/use-draft.ts';
import { useHoldReload } from '#services/use-hold-reload.ts';
import { useRegister } from '#services/use-register.ts';
import { useBook, useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Check } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { ActionBar, Page, Stack } from '#ui/page.tsx';
import { useToast } from '#ui/toasts.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { HeldLines } from './held-lines.tsx';
import { MadeUpHere } from './made-up-here.tsx';
import { OtherRegisters } from './other-registers.tsx';

const People = lazy(async () => ({ default: (await import('./people/people.tsx')).People }));
const OutHere = lazy(async () => ({ default: (await import('./out/out-here.tsx')).OutHere }));

const shownFields = [
  'name',
  'purpose',
  'area',
  'inCharge',
  'controllerName',
  'controllerContact',
  'safeguardingName',
  'safeguardingPhone',
  'safeguardingOutOfHours',
];

const editable = (register: Register): JsonObject =>
  Object.fromEntries(
    Object.entries(register as unknown as JsonObject).filter(([field]) =>
      shownFields.includes(field),
    ),
  );

function useSaving(register: Register, draft: Draft<JsonObject>) {
  const book = useBook();
  const toast = useToast();
  const t = useWords('register');
  const [failure, setFailure] = useState<SaveFailure>();
  const [attempt, setAttempt] = useState(0);
  const save = async () => {
    const changes = changedValues(editable(register), draft.value);
    const done = await book.change({ type: 'register', id: register.id }, changes);
    setFailure(done.ok ? undefined : done.error);
    setAttempt((count) => count + 1);
    if (!done.ok) return;
    await draft.clear();
    toast({ words: t('saved'), undo: () => void done.value.undo() });
  };
  return { save, failure, attempt };
}

interface AboutFormProps {
  readonly register: Register;
  readonly draft: Draft<JsonObject>;
}

function AboutForm({ register, draft }: AboutFormProps) {
  const t = useWords('register');
  const failureWords = useFailureWords();
  const { now } = useServices();
  const { save, failure, attempt } = useSaving(register, draft);
  const dirty = Object.keys(changedValues(editable(register), draft.value)).length > 0;
  useHoldReload(dirty, 'register');
  const issues: readonly FieldIssue[] = failure?.issues ?? [];
  return (
    <Stack gap="far">
      {failure && failure.kind !== 'not-valid' && (
        <Notice tone="danger" live="alert">
          {failureWords(failure)}
        </Notice>
      )}
      <RecordForm
        type="register"
        values={draft.value}
        onChange={draft.set}
        issues={issues}
        attempt={attempt}
        only={shownFields}
        context={{ now, newId: () => crypto.randomUUID() }}
      />
      {dirty && (
        <ActionBar note={t('kept')}>
          <Button look="filled" wide icon={Check} onClick={() => void save()}>
            {t('save')}
          </Button>
        </ActionBar>
      )}
    </Stack>
  );
}

function About({ register }: { readonly register: Register }) {
  const draft = useDraft<{ [key: string]: Json }>(`register:${register.id}`, {
    ...editable(register),
  });
  return draft ? <AboutForm register={register} draft={draft as Draft<JsonObject>} /> : null;
}

/** Who belongs, where the register is shared; or that this phone no longer does. */
function Belonging() {
  const { share } = useServices();
  if (!share.isOn) return null;
  return <Suspense>{share.out ? <OutHere /> : <People />}</Suspense>;
}

/** What this book is called, what it is for and who looks after it; and the others on this phone. */
export function RegisterScreen() {
  const t = useWords('register');
  const register = useRegister();
  const { out } = useServices().share;
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      <Stack gap="far">
        <MadeUpHere />
        <HeldLines />
        {out && <Belonging />}
        {/* Its words come later than the page, which must not go away for them. */}
        <Suspense>{register && !out && <About key={register.id} register={register} />}</Suspense>
        {!out && <Belonging />}
        <OtherRegisters />
      </Stack>
    </Page>
  );
}
