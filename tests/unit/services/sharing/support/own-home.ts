import { ok } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import type { Ref } from '#domain/record/values.ts';
import type { HomeStore } from '#register/home-store.ts';

/** The records of one phone alone, as long as the test lasts. */
export function ownHome(): HomeStore {
  const bodies = new Map<string, Body>();
  const keyOf = ({ type, id }: Ref) => `${type}:${id}`;
  return {
    read: async (ref) => bodies.get(keyOf(ref)),
    has: async (refs) => refs.map((ref) => bodies.has(keyOf(ref))),
    write: async (ref, edit) => {
      bodies.set(keyOf(ref), edit(bodies.get(keyOf(ref))));
      return ok(null);
    },
    addMany: async (items) => {
      for (const { ref, body } of items) if (!bodies.has(keyOf(ref))) bodies.set(keyOf(ref), body);
      return ok(null);
    },
    leave: async (ref) => {
      bodies.delete(keyOf(ref));
      return ok(null);
    },
  };
}
