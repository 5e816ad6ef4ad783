import { encode } from 'uqr';

/** Rows of a QR code; `true` is dark. The light edge that readers need is part of it. */
export type CodeModules = readonly (readonly boolean[])[];

/** Light modules on each side, as ISO/IEC 18004 asks for. */
export const quietModules = 4;

/** What fits in the largest code there is, in bytes of UTF-8. */
export const codeBytesMost = 2331;

/**
 * The smallest code that holds `text` though 15 % of it were hidden (level M); more where the same
 * size has room for it. More than `codeBytesMost` is a bug and throws.
 */
export const qrCode = (text: string): CodeModules =>
  encode(text, { ecc: 'M', boostEcc: true, border: quietModules }).data;
