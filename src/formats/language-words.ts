/** What `Intl` does not say, or says in other words than lists do. */
const others: Readonly<Record<string, string>> = {
  bsl: 'bfi',
  'british sign language': 'bfi',
  'iaith arwyddion prydain': 'bfi',
  cymraeg: 'cy',
  saesneg: 'en',
  'sign language': 'bfi',
};

const letters = 'abcdefghijklmnopqrstuvwxyz';
const twoLetterCodes = [...letters].flatMap((first) => [...letters].map((next) => first + next));

let known: ReadonlyMap<string, string> | undefined;

/** The English names of the languages that have a code of two letters (ISO 639-1). */
function namesToCodes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const pairs = twoLetterCodes.flatMap((code) => {
    const name = names.of(code);
    return name ? [[name.toLowerCase(), code] as const] : [];
  });
  return new Map([...pairs, ...Object.entries(others)]);
}

/** The code of a language by its name or its code: "Welsh", "cy" → `cy`. */
export function languageIn(said: string): string | undefined {
  const word = said.trim().toLowerCase();
  known ??= namesToCodes();
  const named = known.get(word);
  return named ?? (/^[a-z]{2,3}$/.test(word) ? word : undefined);
}
