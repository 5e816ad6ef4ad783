import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#base/json.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { liveChoices, readBody } from '#domain/merge/read.ts';
import { isKind } from '#domain/merge/registry.ts';
import { type Version, versionsOf } from '#domain/merge/scalar.ts';
import type { Stamp } from '#domain/merge/stamp.ts';
import { runs } from '../../../support/runs.ts';
import { type Acknowledged, history, joinAll, play, strictness, type World } from './devices.ts';

const holds = (name: string, check: (world: World) => void, usual = 1000) =>
  test(name, () => {
    fc.assert(
      fc.property(history, (story) => check(play(story))),
      runs(usual),
    );
  });

const editsOf = ({ edits }: World, ...fields: string[]): readonly Acknowledged[] =>
  edits.filter(({ field }) => fields.includes(field));

const knows = (edit: Acknowledged, stamp: Stamp): boolean =>
  canonicalText(edit.knew).includes(stamp);

holds('an acknowledged text is the winner, in the history, or older than four losers', (world) => {
  const all = joinAll(world.bodies);
  for (const { field, value, stamp } of editsOf(world, 'title', 'phone')) {
    const held = all.fields[field];
    const versions: readonly Version[] = isKind(held, 'scalar') ? versionsOf(held) : [];
    const kept = versions.find(({ t }) => t === stamp);
    if (kept) expect(kept.v).toBe(value === '' ? null : value);
    else expect(versions.filter(({ t }) => t > stamp)).toHaveLength(5);
  }
});

holds('no count is lost: the sum is what all devices together added', (world) => {
  const added = editsOf(world, 'visits').map(
    ({ value, knew }) => Number(value) - Number(readBody(knew).values['visits'] ?? 0),
  );
  const total = added.reduce((sum, more) => sum + more, 0);
  expect(readBody(joinAll(world.bodies)).values['visits'] ?? 0).toBe(total);
});

holds('a withdrawal holds until someone who saw it chooses otherwise', (world) => {
  const all = joinAll(world.bodies);
  const choices = editsOf(world, 'consent');
  const live = liveChoices(all, 'consent').map(({ t }) => t);
  const held = readBody(all).values['consent'] ?? null;
  for (const choice of choices) {
    const answered = choices.some((later) => knows(later, choice.stamp));
    expect(live.includes(choice.stamp)).toBe(!answered);
    if (!answered) expect(strictness(held)).toBeGreaterThanOrEqual(strictness(choice.value));
  }
});

holds(
  'an element stays away only if someone took it out later than it was last put in',
  (world) => {
    const tags = (readBody(joinAll(world.bodies)).values['tags'] ?? []) as readonly Json[];
    const changes = editsOf(world, 'tags').map(({ value, stamp, knew }) => {
      const before = (readBody(knew).values['tags'] ?? []) as readonly Json[];
      return { stamp, before, after: value as readonly Json[] };
    });
    for (const tag of new Set(changes.flatMap(({ after }) => after))) {
      const turns = changes.filter((c) => c.before.includes(tag) !== c.after.includes(tag));
      const last = turns.sort((a, b) => (a.stamp < b.stamp ? -1 : 1)).at(-1);
      expect(tags.includes(tag)).toBe(last?.after.includes(tag));
    }
  },
);

holds('entries and ceilings only grow', (world) => {
  const { values } = readBody(joinAll(world.bodies));
  const notes = (values['notes'] ?? []) as readonly Json[];
  for (const { value } of editsOf(world, 'notes'))
    for (const note of value as readonly Json[]) expect(notes).toContain(note);
  for (const { value } of editsOf(world, 'version'))
    expect(values['version'] ?? 0).toBeGreaterThanOrEqual(Number(value));
});
