/** What one round did with one circle, in counts. */
export interface Tally {
  /** Leaves that came from the hub. */
  pulled: number;
  /** What the hub handed over and no gate lets in: broken, too large, not asked for. */
  refused: number;
  /** Leaves that would have taken something away; what stood here was said once more. */
  resisted: number;
  /** Leaves of what was erased, answered with a tombstone. */
  buried: number;
  /** Documents whose leaves were joined. */
  merged: number;
  /** Leaves that went to the hub. */
  pushed: number;
  /** Leaves that had gone missing on the way and were found by the receipt. */
  mended: number;
}

export const noTally = (): Tally => ({
  pulled: 0,
  refused: 0,
  resisted: 0,
  buried: 0,
  merged: 0,
  pushed: 0,
  mended: 0,
});
