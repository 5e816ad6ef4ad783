import type { Posting, Postings } from './postings.ts';
import { swapsOf, variantsOf } from './word-variants.ts';

/** Told of each word that matches and how well: 1 is the word itself. */
export type Note = (posting: Posting, quality: number) => void;
export type Look = (postings: Postings, term: string, note: Note) => void;

const exact = 1;
const otherForm = 0.9;
const beginning = 0.55;
const slip = 0.3;

/** The word itself, words that start with it, and other forms of it. */
export const lookSure: Look = (postings, term, note) => {
  const { length } = term;
  for (const posting of postings.startingWith(term)) {
    const missing = posting.word.length - length;
    note(posting, missing === 0 ? exact : (beginning * length) / (length + missing * 0.3));
  }
  for (const other of variantsOf(term))
    noteWord(postings, other, (found) => note(found, otherForm));
};

/**
 * Words that may have been meant: two neighbouring letters swapped, or one letter wrong, missing or
 * too many. Two such slips are looked for in words of seven letters and more, if one explains
 * nothing.
 */
export const lookForSlips: Look = (postings, term, note) => {
  const { length } = term;
  if (length < 3) return;
  let found = false;
  const noteSlip = (posting: Posting, distance: number) => {
    found = true;
    note(posting, (slip * length) / (length + distance));
  };
  for (const swap of swapsOf(term)) noteWord(postings, swap, (posting) => noteSlip(posting, 1));
  for (const most of length < 7 ? [1] : [1, 2]) {
    if (found) return;
    for (const [posting, distance] of postings.near(term, most))
      if (distance > 0) noteSlip(posting, distance);
  }
};

const shortestBeginning = 3;

/** Words that start as it does, when its last one or two letters are the wrong ones. */
export const lookClipped: Look = (postings, term, note) => {
  for (const cut of [1, 2]) {
    const start = term.slice(0, -cut);
    if (start.length < shortestBeginning) return;
    let found = false;
    for (const posting of postings.startingWith(start)) {
      found = true;
      note(posting, (slip * start.length) / (posting.word.length + cut));
    }
    if (found) return;
  }
};

function noteWord(postings: Postings, word: string, then: (posting: Posting) => void): void {
  const posting = postings.get(word);
  if (posting) then(posting);
}
