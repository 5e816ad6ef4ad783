import type { Json } from '#base/json.ts';
import { type Body, stampsOf } from './body.ts';
import { isOwnField } from './comeback.ts';
import { own } from './keyed.ts';
import { isKind, type Merged, ruleOf } from './registry.ts';
import { type Choice, liveIn } from './restrictive.ts';
import { isEmpty } from './scalar.ts';
import { type Stamp, stampTime, stampWriter } from './stamp.ts';

export interface Reading {
  /** Plain values by field; an empty field is left out. */
  readonly values: Readonly<Record<string, Json>>;
  /** Milliseconds since 1970; 0 for a body nobody has written to. */
  readonly updatedAt: number;
  readonly updatedBy: string;
  /** The oldest stamp still kept. */
  readonly createdStamp: Stamp | undefined;
}

export const readBody = (body: Body): Reading => {
  const stamps = [...stampsOf(body)].sort();
  const newest = stamps.at(-1);
  return {
    values: Object.fromEntries(
      Object.entries(body.fields).flatMap(([name, field]) => {
        const value = isOwnField(name) ? readField(field) : undefined;
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    updatedAt: newest === undefined ? 0 : stampTime(newest),
    updatedBy: newest === undefined ? '' : stampWriter(newest),
    createdStamp: stamps[0],
  };
};

/** When the present value was set, in ms; counts and ceilings do not keep it. */
export const fieldAge = (body: Body, name: string): number | undefined => {
  const field = own(body.fields, name);
  const since = field && ruleOf(field.m)?.since(field);
  return since && stampTime(since);
};

/** The choices of a restrictive field that no later choice has replaced; two = people disagree. */
export const liveChoices = (body: Body, name: string): readonly Choice[] => {
  const field = own(body.fields, name);
  return isKind(field, 'restrictive') ? liveIn(field) : [];
};

/** Says nothing any more, or never did. */
export const isBare = (body: Body): boolean => Object.keys(readBody(body).values).length === 0;

const readField = (field: Merged): Json | undefined => {
  const value = ruleOf(field.m)?.read(field);
  return isEmpty(value) ? undefined : value;
};
