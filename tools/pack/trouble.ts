/**
 * Why no pack can be made, as one plain sentence for whoever asked. Thrown deep inside readers,
 * caught in one place (tools/pack.ts); anything else that is thrown is a bug.
 */
export class PackTrouble extends Error {}
