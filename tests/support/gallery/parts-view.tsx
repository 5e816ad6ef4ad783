import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckRow } from '#ui/check-row.tsx';
import { Chip, ChipStrip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HandHeart, Plus, Trash2 } from '#ui/icons.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { markKinds } from '#ui/kind-shapes.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Line, Page, Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { StateLine } from '#ui/state-line.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useToast } from '#ui/toasts.tsx';
import { TopBar } from '#ui/top-bar.tsx';

export function PartsView() {
  return (
    <Page>
      <TopBar title="Parts" subtitle={<StateLine words="All shared" />} />
      <Marks />
      <Buttons />
      <StitchRule />
      <Form />
      <StitchRule />
      <Says />
    </Page>
  );
}

const Marks = () => (
  <Line>
    {markKinds.map((kind) => (
      <KindMark key={kind} kind={kind} size={56} />
    ))}
  </Line>
);

function Buttons() {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const t = useWords('common');
  return (
    <Line>
      <Button look="filled" icon={Plus} onClick={() => setOpen(true)}>
        Open a sheet
      </Button>
      <Button onClick={() => toast({ words: 'Chatty bench is saved', undo: () => undefined })}>
        Say it
      </Button>
      <Button look="plain">Not now</Button>
      <Button look="danger" icon={Trash2}>
        {t('do.remove')}
      </Button>
      <Button look="quiet" size="small">
        {t('do.change')}
      </Button>
      <Button size="small">Small</Button>
      <Button disabled>Not yet</Button>
      <LinkButton href="#there" size="small">
        A link
      </LinkButton>
      <Sheet
        open={open}
        title="Who may see this"
        onClose={() => setOpen(false)}
        actions={
          <Button look="filled" onClick={() => setOpen(false)}>
            {t('do.done')}
          </Button>
        }
      >
        <p>Only you, until you share this register.</p>
        <TextField label="Your name" />
      </Sheet>
    </Line>
  );
}

function Form() {
  const [who, setWho] = useState<'a' | 'b' | 'c'>('a');
  const [yes, setYes] = useState(true);
  const [other, setOther] = useState(false);
  return (
    <Stack gap="far">
      <ErrorSummary
        attempt={0}
        problems={[{ fieldId: 'area', message: 'Write the name of your neighbourhood' }]}
      />
      <TextField
        id="area"
        label="Name of your neighbourhood"
        hint="As people say it."
        error="Write the name of your neighbourhood"
      />
      <TextArea
        label="Note"
        defaultValue="Two lines of what neighbours said, long enough to wrap on a phone."
      />
      <RadioRows
        legend="How to say hello"
        value={who}
        onChoose={setWho}
        choices={[
          { value: 'a', label: 'Knock again' },
          { value: 'b', label: 'Through me', note: 'I pass it on.' },
          { value: 'c', label: 'Text', shutBecause: 'There is no number yet.' },
        ]}
      />
      <div>
        <CheckRow
          label="The team may remember my first name and what I offer"
          checked={yes}
          onCheck={setYes}
        />
        <CheckRow
          label="Members may see what I offer, without my name"
          checked={other}
          onCheck={setOther}
        />
      </div>
    </Stack>
  );
}

function Says() {
  const formats = useFormats();
  return (
    <Stack>
      <Notice title="Saved on this phone only">It comes to others when you share.</Notice>
      <Notice tone="success">All shared</Notice>
      <Notice
        tone="warn"
        title="This phone is nearly full"
        actions={<Button size="small">Free some space</Button>}
      />
      <Notice tone="danger">This file is broken. Nothing was changed.</Notice>
      <ProgressLine words="Reading the file, 300 of 1,200" done={300} max={1200} />
      <Card>A confirmed card, {formats.age(Date.now() - 12 * 86_400_000)}</Card>
      <Card confirmed={false}>Not confirmed yet, {formats.distance(612)}</Card>
      <Card chosen>Chosen</Card>
      <ChipStrip>
        <Chip icon={HandHeart}>This street gave: 3 bakers</Chip>
      </ChipStrip>
      <EmptyState
        icon={HandHeart}
        question="Who round here is good with their hands?"
        note="Start with someone you know."
      >
        <Button look="filled" icon={Plus}>
          Add someone
        </Button>
      </EmptyState>
    </Stack>
  );
}
