import type { ReactNode } from 'react';
import type { Json } from '#base/json.ts';
import { type Section, sections } from '#domain/record/field.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { Icon } from '#ui/icons.ts';
import { howToRead } from './readers.ts';
import type { Saying } from './saying.ts';

export interface Fact {
  readonly field: string;
  readonly label: string;
  readonly icon: Icon;
  readonly isPlain: boolean;
  readonly lines: readonly ReactNode[];
}

export interface FactSection {
  readonly section: Section;
  readonly facts: readonly Fact[];
}

/** All that is filled in, by section in the kind's own order: strengths come first. */
export function factsOf(saying: Saying, except: readonly string[]): readonly FactSection[] {
  const kind = kindOf(saying.type);
  if (!kind) return [];
  const shown = Object.entries(kind.fields).filter(
    ([name]) => name !== kind.nameField && !except.includes(name),
  );
  return sections
    .map((section) => ({
      section,
      facts: shown
        .filter(([, field]) => field.section === section)
        .flatMap(([name, { control }]) => factOf(name, howToRead(name, control), saying)),
    }))
    .filter(({ facts }) => facts.length > 0);
}

function factOf(name: string, how: ReturnType<typeof howToRead>, saying: Saying): Fact[] {
  const value: Json | undefined = saying.record[name];
  if (!how || value === undefined || value === null) return [];
  const lines = how.read(value, saying, name);
  if (lines.length === 0) return [];
  const label = saying.words.label(name);
  return [{ field: name, label, icon: how.icon, isPlain: how.isPlain === true, lines }];
}
