import { plantedName } from './canary.ts';

export interface Finding {
  /** What kind of thing is unused: exports, types, files, dependencies. */
  readonly what: string;
  readonly file: string;
  readonly symbol: string;
}

export interface KnipAnswer {
  /** How many files were read. */
  readonly read: number;
  readonly findings: readonly Finding[];
}

/** Fewer than this means that the check looked at the wrong folder. */
const fewestFiles = 150;

/** What is wrong: real findings, too few files, or a planted export that was not seen. */
export function judge({ read, findings }: KnipAnswer): readonly string[] {
  const isPlanted = ({ what, symbol }: Finding): boolean =>
    what === 'exports' && symbol === plantedName;
  const real = findings.filter((finding) => !isPlanted(finding));
  return [
    ...(read < fewestFiles ? [`only ${read} files were read, fewer than ${fewestFiles}`] : []),
    ...(findings.some(isPlanted) ? [] : [`the planted export ${plantedName} was not found`]),
    ...real.map(({ what, file, symbol }) =>
      file === symbol ? `${what}: ${file}` : `${what}: ${file}: ${symbol}`,
    ),
  ];
}
