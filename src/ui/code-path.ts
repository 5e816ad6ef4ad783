type Row = readonly boolean[];

/** One rectangle for each run of dark modules; a module is one unit wide. */
export const codePath = (rows: readonly Row[]): string => rows.map(rowPath).join('');

const rowPath = (row: Row, y: number): string =>
  row.map((isDark, x) => (isDark && !row[x - 1] ? runPath(row, x, y) : '')).join('');

function runPath(row: Row, x: number, y: number): string {
  const end = row.indexOf(false, x);
  const length = (end < 0 ? row.length : end) - x;
  return `M${x} ${y}h${length}v1h-${length}z`;
}
