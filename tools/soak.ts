import { ensureBuilt } from '../hub/ensure-built.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { runVitest } from './run-vitest.ts';
import { addCounts, type Counts, countsLine, nothingCounted } from './test-counts.ts';

interface Part {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Each part is a run of its own, so that one that dies takes no other with it. */
const parts: readonly Part[] = [
  {
    args: [
      '--project=node',
      ...['base', 'domain', 'seal', 'trust', 'formats', 'pack', 'forms', 'tools'].map(
        (room) => `tests/unit/${room}/`,
      ),
    ],
  },
  // A thousand stories of phones and a hub, among them.
  { args: ['--project=node', 'tests/flows/sync/'] },
  { args: ['--project=flows', 'tests/flows/book/rebuild.test.ts'] },
  { args: ['--project=soak'] },
  // Those that a usual test leaves out for their length, among them.
  { args: ['--project=browser'] },
  // Everything the app does in a browser, once more where no map can be drawn: by the list.
  { args: ['--project=browser'], env: { WITHOUT_WEBGL: '1' } },
];

/**
 * The long runs: properties over many more histories and files, and tests/soak in the built app.
 * SOAK_RUNS says how many runs each property has, 2,000 unless told otherwise; more words choose
 * the files of one run instead.
 */
async function soak(files: readonly string[]): Promise<Counts> {
  ensureChromium();
  await ensureBuilt();
  const env = { SOAK_RUNS: process.env['SOAK_RUNS'] ?? '2000' };
  let counts = nothingCounted;
  for (const part of files.length > 0 ? [{ args: files }] : parts) {
    counts = addCounts(counts, await runVitest(part.args, { ...env, ...part.env }));
  }
  return counts;
}

const counts = await soak(process.argv.slice(2));
console.log(countsLine(counts));
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
