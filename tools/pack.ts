import { join } from 'node:path';
import { readSettings as readHubSettings } from '../hub/settings.ts';
import { type MadePack, makePack, type Progress } from './pack/make-pack.ts';
import { listFile, readyFolder, writePackList, writeWhole } from './pack/pack-list.ts';
import { type PackSettings, readSettings, usage } from './pack/settings.ts';
import { PackTrouble } from './pack/trouble.ts';
import { counted } from './pack/words.ts';

/** `npm run pack`: cuts a neighbourhood's map, streets and paths out of an extract. */
const start = performance.now();
const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
/** A step that takes longer than this says how far it is. */
const quietMs = 3_000;

const progress: Progress = (step) => {
  console.log(`${seconds().padStart(8)}  ${step}`);
  let last = performance.now();
  return (share) => {
    if (performance.now() - last < quietMs) return;
    last = performance.now();
    console.log(`${seconds().padStart(8)}    ${Math.floor(share * 100)} %`);
  };
};

function summary(made: MadePack, path: string): string {
  const { tiles, streets, addresses, postcodes, junctions, bytes, day, warnings } = made;
  return [
    ...warnings.map((warning) => `Please note: ${warning}`),
    `${path}: ${counted(bytes.length)} bytes, made in ${seconds()}.`,
    `  ${counted(tiles)} tiles, ${counted(streets)} streets, ${counted(addresses)} addresses, ` +
      `${counted(postcodes)} postcodes, ${counted(junctions)} junctions.`,
    `  Map data of ${day ?? 'a day the extract does not tell'}.`,
  ].join('\n');
}

async function pack(settings: PackSettings): Promise<void> {
  const { folder, file } = settings.out;
  await readyFolder(folder);
  const made = await makePack(settings, progress);
  await writeWhole(folder, file, made.bytes);
  const list = await writePackList(folder);
  console.log(summary(made, join(folder, file)));
  console.log(`  ${join(folder, listFile)} lists ${counted(list.length)}.`);
}

/** A sentence for what people can mend; the whole story for a bug. */
function why(error: unknown): string {
  if (error instanceof PackTrouble) return error.message;
  if (error instanceof Error && 'code' in error) return `It could not be written: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const usualFolder = join(readHubSettings(process.env).dataFolder, 'packs');
const settings = readSettings(process.argv.slice(2), usualFolder);
if (settings === usage) console.log(usage);
else if (typeof settings === 'string') {
  console.error(settings);
  process.exitCode = 1;
} else
  await pack(settings).catch((error: unknown) => {
    console.error(why(error));
    process.exitCode = 1;
  });
