/** Where the phone was, WGS 84 degrees, and how far off that may be. */
export interface Fix {
  readonly lon: number;
  readonly lat: number;
  readonly accuracyM: number;
  /** When it was measured, milliseconds since 1970: its age is `clock.now() - at`. */
  readonly at: number;
}

const roughFromM = 100;

/** Too far off to place a thing by without asking the person to look. */
export const isRough = (fix: Fix): boolean => fix.accuracyM > roughFromM;
