import type { BenchResult } from './bench-row.ts';

/** A table for people; the same figures go to results.json. */
export function printResults(results: readonly BenchResult[]): void {
  const header = ['row', 'what', 'ours', 'against', 'ratio', 'goal', ''];
  const lines = [header, ...results.map(cells)];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  for (const line of lines)
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  console.log('');
  for (const { id, what, note } of results) if (note) console.log(`${id} ${what}: ${note}`);
  const binding = results.filter(({ binding }) => binding);
  const missed = binding.filter(({ met }) => !met);
  console.log(`\n${binding.length - missed.length} of ${binding.length} goals met.`);
  for (const { id, what, ours, unit, ratio, goal, of } of missed)
    console.log(`missed: ${id} ${what}: ${of === 'ours' ? `${ours} ${unit}` : ratio} (${goal})`);
}

function cells({ id, what, ours, unit, against, ratio, goal, of, ...rest }: BenchResult) {
  const peers = Object.entries(against).map(([name, figure]) => `${name} ${figure}`);
  const goalWords = goal && (of === 'ours' ? `${goal} ${unit}` : goal);
  return [
    id,
    what,
    `${ours} ${unit}`,
    peers.join(', '),
    ratio === undefined ? '' : String(ratio),
    goalWords,
    verdict(rest),
  ];
}

function verdict({ correct, met, binding }: Pick<BenchResult, 'correct' | 'met' | 'binding'>) {
  if (!correct) return 'FAILED';
  if (!binding) return 'reported';
  return met ? 'met' : 'MISSED';
}
