import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { type ReadCopy, readCopy } from '#formats/copy.ts';
import { readJson } from '#formats/read-file-json.ts';
import { type PackFacts, readPack } from '#pack/read-pack.ts';
import { madeUpFiles } from '#services/made-up-files.ts';
import type { FetchedFiles } from './fetch-files.ts';

export interface MadeUpPlace {
  readonly copy: ReadCopy;
  readonly facts: PackFacts;
  readonly pack: Blob;
}

/** Whoever looks around has chosen no file, so the sentences about files say nothing to them. */
const refused = ({ kind }: Failure): Result<never, Failure> =>
  fail(kind === 'copy-newer' ? kind : 'not-it');

/** Checked like any copy and any pack: what is served here is believed no more than others. */
export async function readFiles({
  records,
  pack,
}: FetchedFiles): Promise<Result<MadeUpPlace, Failure>> {
  const json = readJson(await records.text());
  if (!json.ok) return refused(json.error);
  const copy = readCopy(json.value);
  if (!copy.ok) return refused(copy.error);
  const facts = await readPack(pack, madeUpFiles.pack.address);
  return facts.ok ? ok({ copy: copy.value, facts: facts.value, pack }) : refused(facts.error);
}
