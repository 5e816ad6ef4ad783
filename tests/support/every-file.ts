import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Path below the folder, and every byte as a letter. */
function filesIn(folder: string): readonly (readonly [path: string, bytes: string])[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [relative(folder, path), readFileSync(path, 'latin1')] as const);
}

/** Every byte of every file under a folder, as letters. */
export const everyFile = (folder: string): string =>
  filesIn(folder)
    .map(([, bytes]) => bytes)
    .join('\n');

/** As browsers write text that doesn't fit one byte a letter, and as LevelDB writes its keys. */
const inTwoBytes = (word: string): readonly string[] => {
  const low = Buffer.from(word, 'utf16le');
  return [low.toString('latin1'), Buffer.from(low).swap16().toString('latin1')];
};

/** Where any of the words stands in the files of a folder: `word in path`. */
export const wordsInFiles = (folder: string, words: readonly string[]): readonly string[] =>
  filesIn(folder).flatMap(([path, bytes]) =>
    words
      .filter((word) => [word, ...inTwoBytes(word)].some((one) => bytes.includes(one)))
      .map((word) => `${word} in ${path}`),
  );
