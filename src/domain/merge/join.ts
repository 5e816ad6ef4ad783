import type { Body } from './body.ts';
import { greaterJson } from './canonical.ts';
import { joinKeyed } from './keyed.ts';
import { type Merged, ruleOf } from './registry.ts';

/**
 * Two versions of a record as one: commutative, associative, idempotent, free of clocks and of
 * whoever joins. So phones that saw the same leaves, in any order and grouping, hold the same body.
 */
export const join = (a: Body, b: Body): Body => ({
  mv: Math.max(a.mv, b.mv),
  type: greaterJson(a.type, b.type),
  id: greaterJson(a.id, b.id),
  sv: Math.max(a.sv, b.sv),
  fields: joinKeyed(a.fields, b.fields, joinFields),
});

/**
 * A field never changes its kind; should one differ all the same, the kind's name decides alone.
 * (Comparing whole fields would not be associative: a join may sort elsewhere than its parts.)
 */
const joinFields = (a: Merged, b: Merged): Merged => {
  if (a.m !== b.m) return a.m > b.m ? a : b;
  return ruleOf(a.m)?.join(a, b) ?? greaterJson(a, b);
};
