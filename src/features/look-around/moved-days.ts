import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;
const dayOrInstant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/;

function movedText(text: string, byMs: number): string {
  if (!dayOrInstant.test(text)) return text;
  const moved = new Date(Date.parse(text) + byMs).toISOString();
  return text.length === 10 ? moved.slice(0, 10) : moved;
}

/** What repeats goes on from the day it began: moved, "every first Saturday" might begin on a second. */
const staysPut = (key: string, within: JsonObject): boolean =>
  key === 'startDate' && within['freq'] !== 'once';

function moved(value: Json, byMs: number): Json {
  if (typeof value === 'string') return movedText(value, byMs);
  if (Array.isArray(value)) return value.map((each) => moved(each, byMs));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      staysPut(key, value) ? each : moved(each, byMs),
    ]),
  );
}

/**
 * The same values as if they had been written just now: all days and instants moved on by the whole
 * weeks since `madeAt`, so that weekdays stay and what was confirmed lately still is.
 */
export function movedToNow<T extends JsonObject>(
  values: T,
  { madeAt, now }: { readonly madeAt: string; readonly now: number },
): T {
  const weeks = Math.max(0, Math.floor((now - Date.parse(madeAt)) / weekMs));
  return moved(values, weeks * weekMs) as T;
}
