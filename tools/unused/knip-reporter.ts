import type { Finding, KnipAnswer } from './judge.ts';

/** The parts used here of what knip hands to a reporter. */
interface KnipData {
  readonly counters: { readonly processed: number };
  readonly report: Readonly<Record<string, boolean>>;
  readonly issues: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, KnipIssue>>>>>
  >;
}
interface KnipIssue {
  readonly symbol: string;
}

/** Knip prints no number of files by itself, so this writes one line of JSON. */
// biome-ignore lint/style/noDefaultExport: knip calls the default export of a reporter.
export default function report({ counters, report: wanted, issues }: KnipData): void {
  const findings: Finding[] = Object.entries(issues)
    .filter(([what]) => wanted[what])
    .flatMap(([what, files]) =>
      Object.entries(files).flatMap(([file, symbols]) =>
        Object.values(symbols).map(({ symbol }) => ({ what, file, symbol })),
      ),
    );
  const answer: KnipAnswer = { read: counters.processed, findings };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
