/** Longest text taken in; a longer one is cut, so no paste or hostile record can hold a worker up. */
const mostOfText = 8_000;
const longestWord = 40;

const notAscii = /[\u0080-\uffff]/;
const marks = /\p{M}+/gu;
const apostrophes = /['’‘ʼ`´]/g;
const betweenWords = /[^\p{L}\p{N}]+/u;
const betweenAsciiWords = /[^a-z0-9]+/;

/** Letters that Unicode does not take apart, as people type them on a plain keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};
const foldable = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** Case, accents and apostrophes taken off: `Tŷ’r Siôn` is `tyr sion`. */
export function fold(text: string): string {
  const joined = text.replace(apostrophes, '').toLowerCase();
  if (!notAscii.test(joined)) return joined;
  return joined
    .normalize('NFKD')
    .replace(marks, '')
    .replace(foldable, (letter) => plainLetters[letter] ?? letter)
    .toLowerCase();
}

/** The folded words of a text, in order. A word is letters and digits only. */
export function wordsOf(text: string): string[] {
  if (text === '') return [];
  const folded = fold(text.length > mostOfText ? text.slice(0, mostOfText) : text);
  const words = folded.split(notAscii.test(folded) ? betweenWords : betweenAsciiWords);
  return words.filter((word) => word !== '').map((word) => word.slice(0, longestWord));
}
