import type { Body } from './body.ts';
import { join } from './join.ts';
import { own } from './keyed.ts';
import { isKind } from './registry.ts';
import { set } from './set.ts';
import type { Stamp } from './stamp.ts';

/** No field of any kind: no kind names one like this. */
const knownLeavings = '@after';

/** Whether a field is the record's own, and none that the merging keeps for itself. */
export const isOwnField = (name: string): boolean => !name.startsWith('@');

const knownIn = (body: Body): readonly unknown[] => {
  const field = own(body.fields, knownLeavings);
  const known = isKind(field, 'set') ? set.read(field) : [];
  return Array.isArray(known) ? known : [];
};

/**
 * Says that the thing came back to its circle in knowledge of these notices of its leaving, so
 * that they don't bury it again. One that its writer had not heard of does: the narrower holds.
 */
export function cameBackAfter(body: Body, notices: readonly string[], stamp: Stamp): Body {
  const field = own(body.fields, knownLeavings);
  const wanted = [...knownIn(body), ...notices] as string[];
  const delta = set.edit(isKind(field, 'set') ? field : undefined, wanted, { stamp });
  return delta ? join(body, { ...body, fields: { [knownLeavings]: delta } }) : body;
}

export const isBackAfter = (body: Body, notice: string): boolean => knownIn(body).includes(notice);
