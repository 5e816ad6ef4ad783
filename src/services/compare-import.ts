import { isJsonObject, type JsonObject } from '#base/json.ts';
import { differencesOf } from '#domain/import-batch/differences.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { Ref } from '#domain/record/values.ts';
import { isNewer } from '#register/record-writer.ts';
import type { Arriving, Book, Compared, Parting } from './book.ts';
import { type BringInParts, bodiesOf } from './bring-in-parts.ts';
import { waysOf } from './ways-of.ts';

type Parts = Pick<BringInParts, 'writer' | 'readMany'>;

const textIn = (values: JsonObject, field: string): string | undefined => {
  const value = values[field];
  return typeof value === 'string' ? value : undefined;
};

const sourceIn = ({ source }: JsonObject): JsonObject => (isJsonObject(source) ? source : {});

const nameIn = ({ type }: Ref, values: JsonObject): string =>
  textIn(values, kindOf(type)?.nameField ?? 'name') ?? '';

function partingOf({ id, type, values }: Arriving, here: JsonObject): Parting | undefined {
  const differences = differencesOf(type, here, values);
  if (differences.length === 0) return undefined;
  const retrievedAt = textIn(sourceIn(values), 'retrievedAt');
  return { id, type, name: nameIn({ id, type }, here), differences, retrievedAt };
}

/** Whether a thing went with an import that was taken back, and not by a neighbour's hand. */
async function isUndone({ writer }: Parts, here: JsonObject): Promise<boolean> {
  const id = textIn(sourceIn(here), 'batchId');
  if (!id) return false;
  const batch = await writer.read({ type: 'import-batch', id });
  return writer.valuesOf(batch)['undone'] === true;
}

type Verdict =
  | { readonly is: 'new' | 'same' }
  | { readonly is: 'other'; readonly parting: Parting }
  | { readonly is: 'out'; readonly name: string };

async function verdictOn(
  parts: Parts,
  item: Arriving,
  bodies: Parameters<typeof isNewer>[0],
): Promise<Verdict> {
  if (Object.keys(bodies).length === 0) return { is: 'new' };
  const here = parts.writer.valuesOf(bodies);
  if (here['deleted'] !== undefined) {
    return (await isUndone(parts, here)) ? { is: 'new' } : { is: 'out', name: nameIn(item, here) };
  }
  // What a newer app has written is not ours to change, so nothing is asked about it.
  const parting = isNewer(bodies) ? undefined : partingOf(item, here);
  return parting ? { is: 'other', parting } : { is: 'same' };
}

async function waysBeside(parts: Parts, refs: readonly Ref[]): Promise<Compared['ways']> {
  const bodies = await bodiesOf(parts, refs);
  return Object.fromEntries(
    refs.map(({ id }, at) => [id, waysOf(parts.writer.valuesOf(bodies[at] ?? {}))]),
  );
}

async function compare(
  parts: Parts,
  items: readonly Arriving[],
  beside: readonly Ref[],
): Promise<Compared> {
  const bodies = await bodiesOf(
    parts,
    items.map(({ id, type }) => ({ id, type })),
  );
  const verdicts = await Promise.all(
    items.map((item, at) => verdictOn(parts, item, bodies[at] ?? {})),
  );
  return {
    partings: verdicts.flatMap((verdict) => (verdict.is === 'other' ? [verdict.parting] : [])),
    same: verdicts.filter(({ is }) => is === 'same').length,
    takenOut: verdicts.flatMap((verdict, at) => {
      const id = items[at]?.id;
      return verdict.is === 'out' && id ? [{ id, name: verdict.name }] : [];
    }),
    ways: await waysBeside(parts, beside),
  };
}

export const comparing = (parts: Parts): Pick<Book, 'compare'> => ({
  compare: (items, beside) => compare(parts, items, beside),
});
