import { useState } from 'react';
import type { Json, JsonObject } from '#base/json.ts';
import { kinds } from '#domain/record/kinds.ts';
import type { FieldIssue } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { asText } from '#forms/read-json.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Draft } from '#services/use-draft.ts';
import { useHoldReload } from '#services/use-hold-reload.ts';
import { useBook } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Check } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { ActionBar } from '#ui/page.tsx';
import {
  changesToSave,
  type EditDraft,
  hasChanges,
  newEditDraft,
  readEditDraft,
} from './edit-draft.ts';
import { Fields } from './edit-fields.tsx';
import { leavePart } from './go-to.ts';
import { NotDone } from './not-done.tsx';
import { useDoing } from './use-doing.ts';

interface EditFormProps {
  readonly draft: Draft<Json>;
  /** The record as it stands now. */
  readonly record: JsonObject;
  readonly row: ThingRow;
}

export function EditForm({ draft, record, row }: EditFormProps) {
  const common = useWords('common');
  const edit = readEditDraft(draft.value) ?? { from: record, values: record };
  const saving = useEditSaving({ draft, record, row }, edit);
  const isDirty = hasChanges(row.type, edit);
  useHoldReload(isDirty, 'edit');
  const set = (values: JsonObject) => draft.set({ from: edit.from, values });
  return (
    <>
      <NotDone failure={saving.failure} />
      {draft.restored && isDirty && <Restored draft={draft} record={record} />}
      <Fields row={row} edit={edit} saving={saving} onChange={set} />
      <ActionBar note={<span role="status">{common('state.kept')}</span>}>
        <Button look="filled" icon={Check} onClick={() => void saving.save()}>
          {common('do.save')}
        </Button>
      </ActionBar>
    </>
  );
}

/** Issues have their place in the form, so only trouble without any is told on top. */
function useEditSaving({ draft, record, row }: EditFormProps, edit: EditDraft) {
  const t = useWords('card');
  const book = useBook();
  const doing = useDoing();
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { type, id } = row;
  const save = async () => {
    const changes = changesToSave(type, edit, record);
    const name = asText(edit.values[kinds[type].nameField]) || row.name;
    if (Object.keys(changes).length > 0) {
      const failure = await doing.run(
        () => book.change({ type, id }, changes),
        t('done.saved', { name }),
      );
      setIssues(failure?.issues ?? []);
      setAttempt((count) => count + 1);
      if (failure) return;
    }
    await draft.clear();
    leavePart(id);
  };
  return { save, issues, attempt, failure: issues.length > 0 ? undefined : doing.failure };
}

interface RestoredProps {
  readonly draft: Draft<Json>;
  readonly record: JsonObject;
}

function Restored({ draft, record }: RestoredProps) {
  const t = useWords('card');
  return (
    <Notice
      tone="success"
      live="status"
      actions={
        <Button look="quiet" size="small" onClick={() => draft.set(newEditDraft(record))}>
          {t('edit.afresh')}
        </Button>
      }
    >
      {t('edit.restored')}
    </Notice>
  );
}
