import { useParams } from 'wouter';
import type { Json, JsonObject } from '#base/json.ts';
import { useWords } from '#i18n/use-words.ts';
import { useDraft } from '#services/use-draft.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { editDraftKey, hasChanges, newEditDraft, readEditDraft } from './edit-draft.ts';
import { EditForm } from './edit-form.tsx';
import { leavePart } from './go-to.ts';
import { NoCard } from './no-card.tsx';
import { StillReading } from './unread-notice.tsx';

/** Everything a card can say, to be changed; nothing typed is lost, and only what changed is saved. */
export function EditScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const thing = useThing(id);
  if (!thing) return null;
  return thing === 'missing' ? <NoCard key={id} id={id} /> : <EditCard key={id} thing={thing} />;
}

function EditCard({ thing: { row, read, unread } }: { readonly thing: Thing }) {
  const t = useWords('card');
  return (
    <Page>
      <TopBar title={t('edit.title', { name: row.name })} onClose={() => leavePart(row.id)} />
      {read ? (
        <FromDraft record={read.record as unknown as JsonObject} row={row} />
      ) : (
        <StillReading unread={unread} />
      )}
    </Page>
  );
}

interface FromDraftProps {
  readonly record: JsonObject;
  readonly row: Thing['row'];
}

function FromDraft({ record, row }: FromDraftProps) {
  const draft = useDraft<Json>(editDraftKey(row.id), newEditDraft(record), {
    hasWords: (stored) => {
      const held = readEditDraft(stored);
      return held !== undefined && hasChanges(row.type, held);
    },
  });
  return draft ? <EditForm draft={draft} record={record} row={row} /> : null;
}
