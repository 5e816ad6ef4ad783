/** What is remembered about starts, across versions of the worker. */
export interface BootRecord {
  /** The newest build whose app has drawn a screen. */
  readonly lastGood: string | undefined;
  /** Starts of a build that has not drawn a screen yet. */
  readonly trial: { readonly build: string; readonly starts: number } | undefined;
}

export const noBoots: BootRecord = { lastGood: undefined, trial: undefined };

/** A build that has been started this often and never drew a screen gives way. */
export const failuresAllowed = 2;

/**
 * The build whose files to serve: the worker's own, unless that one has failed to start twice
 * and the last good one is still kept.
 */
export function chooseVersion(own: string, record: BootRecord, kept: readonly string[]): string {
  const { lastGood, trial } = record;
  if (lastGood === undefined || lastGood === own || !kept.includes(lastGood)) return own;
  const failed = trial?.build === own && trial.starts >= failuresAllowed;
  return failed ? lastGood : own;
}

export function noteStart(record: BootRecord, build: string): BootRecord {
  if (record.lastGood === build) return record;
  const before = record.trial?.build === build ? record.trial.starts : 0;
  return { ...record, trial: { build, starts: before + 1 } };
}

export function noteBooted(record: BootRecord, build: string): BootRecord {
  const trial = record.trial?.build === build ? undefined : record.trial;
  if (record.lastGood === build && trial === record.trial) return record;
  return { lastGood: build, trial };
}
