import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { keptSecret } from '#domain/place/confidential.ts';
import type { Control } from '#domain/record/field.ts';
import { kindOf } from '#domain/record/kinds.ts';
import { asList, asObject, listOrNothing } from './read-json.ts';

/**
 * What a form holds, made ready to be saved: '', [], null and rows with nothing in them are left
 * out. Fields that this app has no control for stay as they are.
 */
export function cleanValues(type: string, values: JsonObject): JsonObject {
  const fields = kindOf(type)?.fields ?? {};
  const entries = Object.entries(values).flatMap(([name, value]) => {
    const control = Object.hasOwn(fields, name) ? fields[name]?.control : undefined;
    if (!control || control === 'none') return [[name, value] as const];
    const kept = cleanField(control, value);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return keptSecret(Object.fromEntries(entries));
}

function cleanField(control: Control, value: Json): Json | undefined {
  const kept = filled(value);
  if (kept === undefined) return undefined;
  if (control === 'flag') return kept === false ? undefined : kept;
  if (control === 'location') return saysWhere(kept) ? kept : undefined;
  if (control === 'gifts' || control === 'wishes')
    return listOrNothing(asList(kept).filter(isSaid));
  return kept;
}

function filled(value: Json): Json | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (value === null) return undefined;
  if (Array.isArray(value)) return listOrNothing((value as Json[]).map(filled).filter(isThere));
  return isJsonObject(value) ? filledObject(value) : value;
}

const isThere = (value: Json | undefined): value is Json => value !== undefined;

/** A row that is only its id was never filled in. */
function filledObject(object: JsonObject): JsonObject | undefined {
  const entries = Object.entries(object).flatMap(([key, value]) => {
    const kept = filled(value);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.some(([key]) => key !== 'id') ? Object.fromEntries(entries) : undefined;
}

const wherePart = ['geometry', 'labelPoint', 'words', 'streetId', 'areaId'];

const saysWhere = (location: Json): boolean => {
  const object = asObject(location);
  return object['precision'] === 'none' || wherePart.some((part) => part in object);
};

const isSaid = (row: Json): boolean => {
  const { words, giftType } = asObject(row);
  return words !== undefined || giftType !== undefined;
};
