/** Eight groups of four, as one copies them from paper. */
export const spellRegisterNumber = (register: string): string =>
  register.match(/.{1,4}/g)?.join(' ') ?? register;

/** A door: a register's id with whatever a person puts between its digits; undefined for none. */
export function readRegisterNumber(typed: string): string | undefined {
  const digits = typed
    .slice(0, 200)
    .toLowerCase()
    // No letter past f is in it, so an o or an l is a digit that was misread.
    .replaceAll('o', '0')
    .replaceAll('l', '1')
    .replace(/[\s.,:-]/g, '');
  return /^[0-9a-f]{32}$/.test(digits) ? digits : undefined;
}
