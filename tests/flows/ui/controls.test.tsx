import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showLocale } from '#i18n/shown-locale.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type Problem } from '#ui/error-summary.tsx';
import { Frame } from '#ui/frame.tsx';
import { ActionBar, Page } from '#ui/page.tsx';
import { RadioTiles } from '#ui/radio-tiles.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Toasts, useToast } from '#ui/toasts.tsx';
import '#ui/base.css';

let root: Root | undefined;

function show(screen: React.ReactNode): void {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root?.render(screen));
}

beforeAll(async () => {
  await showLocale('en-GB');
});

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  vi.useRealTimers();
});

function WithSheet() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Sheet open={open} title="A question" onClose={() => setOpen(false)}>
        <TextField label="Your name" />
      </Sheet>
    </>
  );
}

describe('a sheet', () => {
  it('takes the focus in and gives it back after Escape', async () => {
    show(<WithSheet />);
    await userEvent.click(page.getByRole('button', { name: 'Open' }));
    const dialog = page.getByRole('dialog', { name: 'A question' });
    await expect.element(dialog).toBeVisible();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(document.activeElement?.textContent).toBe('Open');
  });

  it('forgets what was typed in it once it is closed', async () => {
    show(<WithSheet />);
    await userEvent.click(page.getByRole('button', { name: 'Open' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Your name' }), 'Dai');
    await userEvent.click(page.getByRole('button', { name: 'Close' }));
    await userEvent.click(page.getByRole('button', { name: 'Open' }));
    await expect.element(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('');
  });
});

function Says({ undo }: { readonly undo: () => void }) {
  const toast = useToast();
  return <Button onClick={() => toast({ words: 'Saved', undo })}>Save</Button>;
}

const saysSaved = () => page.getByText('Saved', { exact: true });

describe('a toast', () => {
  it('offers Undo once and goes', async () => {
    const undo = vi.fn();
    show(
      <Toasts>
        <Says undo={undo} />
      </Toasts>,
    );
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    await expect.element(saysSaved()).not.toBeInTheDocument();
  });

  it('stays ten seconds, not counting the time the focus rests on it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    show(
      <Toasts>
        <Says undo={() => undefined} />
      </Toasts>,
    );
    const press = (name: string) => {
      const button = page.getByRole('button', { name }).element();
      if (button instanceof HTMLElement) return button;
      throw new Error(`No button ${name}`);
    };
    flushSync(() => press('Save').click());
    flushSync(() => vi.advanceTimersByTime(9_000));
    flushSync(() => press('Undo').focus());
    flushSync(() => vi.advanceTimersByTime(60_000));
    expect(saysSaved().query()).not.toBeNull();
    flushSync(() => press('Undo').blur());
    flushSync(() => vi.advanceTimersByTime(900));
    expect(saysSaved().query()).not.toBeNull();
    flushSync(() => vi.advanceTimersByTime(200));
    expect(saysSaved().query()).toBeNull();
  });
});

function LateWords({ lines }: { readonly lines: number }) {
  return (
    <Frame label="Main" places={[]}>
      <Page>
        <p style={{ blockSize: `${lines}rem` }}>What comes late</p>
        <Button>Archive</Button>
        <ActionBar>
          <Button>Still true</Button>
        </ActionBar>
      </Page>
    </Frame>
  );
}

describe('a bar of buttons', () => {
  it('does not cover what has the focus when words above it come late', async () => {
    await page.viewport(360, 640);
    show(<LateWords lines={1} />);
    await userEvent.tab();
    const archive = page.getByRole('button', { name: 'Archive' }).element();
    expect(document.activeElement).toBe(archive);
    const bar = page.getByRole('button', { name: 'Still true' }).element();
    for (let lines = 20; lines < 60; lines += 4) {
      flushSync(() => root?.render(<LateWords lines={lines} />));
      await expect
        .poll(() => bar.getBoundingClientRect().top - archive.getBoundingClientRect().bottom)
        .toBeGreaterThan(0);
    }
  });
});

function Form() {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const save = () => {
    setProblems([{ fieldId: 'name', message: 'Write a name' }]);
    setAttempt(attempt + 1);
  };
  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} />
      <TextField id="name" label="Name" error={problems[0]?.message} />
      <Button onClick={save}>Save</Button>
    </>
  );
}

describe('a form with a problem', () => {
  it('takes the focus to the summary each time, and from there to the field', async () => {
    show(<Form />);
    for (const _ of [1, 2]) {
      await userEvent.click(page.getByRole('button', { name: 'Save' }));
      expect(document.activeElement?.getAttribute('role')).toBe('alert');
    }
    await userEvent.click(page.getByRole('link', { name: 'Write a name' }));
    const field = page.getByRole('textbox', { name: 'Name' });
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveAccessibleDescription('Error: Write a name');
    await expect.element(field).toBeInvalid();
  });
});

function Kinds() {
  const [kind, setKind] = useState<'a' | 'b' | 'c'>('a');
  return (
    <RadioTiles
      legend="Kind"
      value={kind}
      onChoose={setKind}
      choices={[
        { value: 'a', label: 'People' },
        { value: 'b', label: 'The team', shutBecause: 'No team yet' },
        { value: 'c', label: 'Places' },
      ]}
    />
  );
}

describe('big tiles', () => {
  it('are radios: a tap chooses, arrows rove past what is shut', async () => {
    show(<Kinds />);
    await expect.element(page.getByRole('group', { name: 'Kind' })).toBeVisible();
    await userEvent.click(page.getByRole('radio', { name: 'Places' }));
    await expect.element(page.getByRole('radio', { name: 'Places' })).toBeChecked();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByRole('radio', { name: 'People' })).toBeChecked();
    await expect.element(page.getByRole('radio', { name: 'The team No team yet' })).toBeDisabled();
  });
});
