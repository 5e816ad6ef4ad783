import { type Failure, fail, ok, type Result } from '#base/result.ts';

export type JsonFailure = Failure<
  'file-empty' | 'file-web-page' | 'file-xml' | 'file-not-json' | 'file-cut-short' | 'file-too-deep'
>;

const deepest = 40;

interface Scan {
  readonly depth: number;
  /** The text ends inside a bracket or a word: its end is missing. */
  readonly isOpen: boolean;
}

const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Looks at the brackets alone, before anything is built from them. */
function scan(text: string): Scan {
  let depth = 0;
  let most = 0;
  let inWords = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inWords && letter === backslash) at += 1;
    else if (letter === quote) inWords = !inWords;
    else if (inWords) continue;
    else if (opening.has(letter)) depth += 1;
    else if (closing.has(letter)) depth -= 1;
    if (depth > most) most = depth;
  }
  return { depth: most, isOpen: depth > 0 || inWords };
}

const lookedAt = 2000;

function notJson(text: string): JsonFailure | undefined {
  if (text === '') return { kind: 'file-empty' };
  if (!text.startsWith('<')) return undefined;
  const isPage = /<!doctype html|<html|<head|<body/i.test(text.slice(0, lookedAt));
  return { kind: isPage ? 'file-web-page' : 'file-xml' };
}

/** Written `\ud800`, half a letter gets past every decoder, and no record could be sealed with it. */
const hasHalfLetters = /\\u[dD][89a-fA-F]/;
const wholeLetters = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;

/** JSON from a stranger's text: bounded in depth before it is parsed, and wrong in plain words. */
export function readJson(text: string): Result<unknown, JsonFailure> {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const other = notJson(trimmed);
  if (other) return { ok: false, error: other };
  const { depth, isOpen } = scan(trimmed);
  if (depth > deepest) return fail('file-too-deep');
  try {
    return ok(
      hasHalfLetters.test(trimmed) ? JSON.parse(trimmed, wholeLetters) : JSON.parse(trimmed),
    );
  } catch {
    return fail(isOpen && /^[[{]/.test(trimmed) ? 'file-cut-short' : 'file-not-json');
  }
}
