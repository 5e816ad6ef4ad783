/** Short forms on signs and letters, with all they stand for. */
const shortForms: ReadonlyMap<string, readonly string[]> = new Map([
  ['st', ['street', 'saint']],
  ['rd', ['road']],
  ['ave', ['avenue']],
  ['ln', ['lane']],
  ['cres', ['crescent']],
  ['gdns', ['gardens']],
  ['sq', ['square']],
  ['terr', ['terrace']],
  ['ctr', ['centre', 'center']],
  ['assoc', ['association']],
  ['dr', ['doctor', 'drive']],
  ['gp', ['doctor']],
]);

const longForms = [...shortForms].flatMap(([short, longs]) =>
  longs.map((long) => ({ short, long })),
);

const irregular: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['women', 'woman'],
  ['woman', 'women'],
  ['men', 'man'],
  ['man', 'men'],
  ['people', 'person'],
  ['centre', 'center'],
  ['center', 'centre'],
]);

const least = 3;

/**
 * Other words that mean the same, to be looked up whole: singular and plural, `st` for `street`
 * and `saint` (from their third letter on) and back, `knit` for `knitting`. The word itself is not among them; words that
 * merely start with it are found as beginnings.
 */
export function variantsOf(term: string): readonly string[] {
  const variants = new Set<string>(shortForms.get(term));
  for (const { short, long } of longForms) {
    if (term.length >= least && long.startsWith(term)) variants.add(short);
  }
  const other = irregular.get(term) ?? otherNumber(term);
  if (other !== undefined) variants.add(other);
  for (const plain of plainForms(term)) variants.add(plain);
  variants.delete(term);
  return [...variants];
}

/** What is done, from doing it or the one who does it: `knitting` gives `knit`, `baker` gives `bake`. */
function plainForms(term: string): readonly string[] {
  const [, stem = ''] = /^(.{3,})(?:ing|ers?)$/.exec(term) ?? [];
  if (stem === '') return [];
  const single = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single];
}

function otherNumber(term: string): string | undefined {
  if (term.length <= least) return undefined;
  if (term.endsWith('ies')) return `${term.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(term)) return term.slice(0, -2);
  if (/[^su]s$/.test(term)) return term.slice(0, -1);
  if (/[^aeiou]y$/.test(term)) return `${term.slice(0, -1)}ies`;
  return undefined;
}

/** Each pair of neighbouring letters swapped: `hcoir` gives `choir` among others. */
export const swapsOf = (term: string): readonly string[] =>
  Array.from(term.slice(1), (letter, index) =>
    letter === term[index]
      ? ''
      : term.slice(0, index) + letter + term.charAt(index) + term.slice(index + 2),
  ).filter((swap) => swap !== '');
