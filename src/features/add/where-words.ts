import type { Failure } from '#base/result.ts';
import type { Formats } from '#i18n/formats.ts';
import type { Words } from '#i18n/words.ts';
import { isRough } from '#platform/fix.ts';
import type { Answers } from './answers.ts';
import { readTypedPlace } from './typed-place.ts';

export interface WhereSaid {
  readonly words: string;
  readonly tone: 'plain' | 'warn';
}

export interface WhereState {
  readonly answers: Answers;
  readonly near: boolean;
  readonly secret: boolean;
  readonly isFinding: boolean;
  readonly failure: Failure | undefined;
}

const plain = (words: string): WhereSaid => ({ words, tone: 'plain' });
const warn = (words: string): WhereSaid => ({ words, tone: 'warn' });

function saidHere(state: WhereState, t: Words<'add'>, formats: Formats): WhereSaid {
  const { answers, near, isFinding, failure } = state;
  if (isFinding) return plain(t('where.finding'));
  if (failure) return warn(t.find(`where.failed.${failure.kind}`) ?? t('where.again'));
  const { spot } = answers;
  if (!spot) return warn(t('where.again'));
  const accuracyM = spot.accuracyM ?? 0;
  const accuracy = formats.accuracy(accuracyM);
  if (isRough({ ...spot, accuracyM })) return warn(t('where.rough', { accuracy }));
  return plain(near ? t('where.foundNear') : t('where.found', { accuracy }));
}

function saidTyped({ answers, near }: WhereState, t: Words<'add'>): WhereSaid | undefined {
  const text = answers.typed.trim();
  if (text === '') return undefined;
  const { isAddress, postcode, street } = readTypedPlace(text);
  if (near && street === '') return warn(t('where.nothingLeft'));
  if (near && isAddress) return plain(t('where.streetOnly', { street }));
  const isOnMap = answers.spot !== null && answers.kind !== 'people';
  if (near || !isAddress) return plain(t(isOnMap ? 'where.streetOnMap' : 'where.street'));
  if (isOnMap) return plain(t('where.addressOnMap'));
  return plain(postcode ? t('where.addressWith', { postcode }) : t('where.address'));
}

function saidMap({ answers: { spot }, near }: WhereState, t: Words<'add'>): WhereSaid {
  if (!spot) return plain(t('where.notPlaced'));
  return plain(near ? t('where.placedNear') : t('where.placed'));
}

/** What the chosen way has come to, in a sentence; nothing before one is chosen. */
export function whereSaid(
  state: WhereState,
  t: Words<'add'>,
  formats: Formats,
): WhereSaid | undefined {
  const { way, kind } = state.answers;
  if (way === null) return undefined;
  if (state.secret) return plain(t('where.secretWords'));
  if (way === 'nowhere') return plain(t('where.nowhereWords'));
  if (way === 'typed') return saidTyped(state, t);
  if (kind === 'people') return saidTyped(state, t) ?? plain(t('where.people'));
  return way === 'here' ? saidHere(state, t, formats) : saidMap(state, t);
}
