import '#ui/base.css';
import axe from 'axe-core';
import { StrictMode, Suspense, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { JsonObject } from '#base/json.ts';
import type { AnyRecord, FieldIssue } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import { FactList } from '#forms/facts/fact-list.tsx';
import type { FormContext } from '#forms/form-context.ts';
import { RecordForm } from '#forms/record-form.tsx';
import type { LocaleId } from '#i18n/locale.ts';
import { showLocale } from '#i18n/shown-locale.ts';
import { loadWords } from '#i18n/words.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');

let made = 0;
export const formContext: FormContext = {
  now: () => noon,
  newId: () => {
    made += 1;
    return `0198f3a0-0000-7000-9000-${String(made).padStart(12, '0')}`;
  },
};

let root: Root | undefined;
let latest: JsonObject = {};

/** What the form holds now. */
export const held = (): JsonObject => latest;

export function leaveStage(): void {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
}

async function show(content: React.ReactNode, locale: LocaleId): Promise<void> {
  leaveStage();
  await Promise.all([
    showLocale(locale),
    loadWords(locale, 'fields'),
    loadWords(locale, 'taxonomy'),
  ]);
  const main = document.createElement('main');
  main.style.cssText = 'padding: 16px; max-inline-size: 720px; margin-inline: auto;';
  document.body.append(main);
  document.title = 'Form';
  root = createRoot(main);
  root.render(
    <StrictMode>
      <Suspense fallback={<p>…</p>}>{content}</Suspense>
    </StrictMode>,
  );
}

interface FormSetting {
  readonly type: RecordType;
  readonly values?: JsonObject;
  readonly issues?: readonly FieldIssue[];
  readonly attempt?: number;
  readonly only?: readonly string[];
  readonly context?: FormContext;
  readonly locale?: LocaleId;
}

function Held({ values = {}, issues = [], context = formContext, ...rest }: FormSetting) {
  const [draft, setDraft] = useState(values);
  latest = draft;
  const { locale: _, ...form } = rest;
  return (
    <RecordForm {...form} values={draft} onChange={setDraft} issues={issues} context={context} />
  );
}

/** A form on an otherwise empty page, with all of its controls loaded. */
export async function showForm(setting: FormSetting): Promise<void> {
  latest = setting.values ?? {};
  await show(<Held {...setting} />, setting.locale ?? 'en-GB');
  await allLoaded();
}

export async function showFacts(record: JsonObject, locale: LocaleId = 'en-GB'): Promise<void> {
  const ages = Object.fromEntries(Object.keys(record).map((key) => [key, noon - 12 * 86_400_000]));
  await show(
    <FactList
      type={record['type'] as RecordType}
      record={record as unknown as AnyRecord}
      ages={ages}
      now={noon}
      thingOf={(id) => ({ name: `Thing ${id.slice(-2)}`, href: `/asset/${id}` })}
    />,
    locale,
  );
  await allLoaded();
}

async function allLoaded(): Promise<void> {
  const until = performance.now() + 10_000;
  while (
    document.querySelector('main')?.children.length === 0 ||
    document.body.textContent.includes('One moment')
  ) {
    if (performance.now() > until) throw new Error('the form never came up');
    await new Promise(requestAnimationFrame);
  }
}

/** What axe finds wrong with all that is on the page. */
export async function troubles(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
