/** An address as a browser reads it. `URL.parse` is younger than the phones we promise to run on. */
export const webAddress = (text: string, base?: string): URL | undefined =>
  URL.canParse(text, base) ? new URL(text, base) : undefined;
