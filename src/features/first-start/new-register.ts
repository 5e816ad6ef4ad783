import { isJsonObject, type Json } from '#base/json.ts';

/** What is typed before a register exists: kept in the page's history entry, for there is no draft yet. */
export type NewRegisterWords = {
  readonly name: string;
  readonly yourName: string;
};

export const noWords: NewRegisterWords = { name: '', yourName: '' };

export type NameProblem =
  | 'nameMissing'
  | 'nameShort'
  | 'nameLong'
  | 'yourNameMissing'
  | 'yourNameLong';

const nameLeast = 2;
const nameMost = 80;
const yourNameMost = 60;

const nameProblem = (name: string): NameProblem | undefined => {
  if (name === '') return 'nameMissing';
  if (name.length < nameLeast) return 'nameShort';
  return name.length > nameMost ? 'nameLong' : undefined;
};

const yourNameProblem = (yourName: string): NameProblem | undefined => {
  if (yourName === '') return 'yourNameMissing';
  return yourName.length > yourNameMost ? 'yourNameLong' : undefined;
};

/** As they will be kept: without space around them, composed. */
export const tidied = ({ name, yourName }: NewRegisterWords): NewRegisterWords => ({
  name: name.normalize('NFC').trim(),
  yourName: yourName.normalize('NFC').trim(),
});

export function problemsIn(words: NewRegisterWords): {
  readonly name: NameProblem | undefined;
  readonly yourName: NameProblem | undefined;
} {
  const { name, yourName } = tidied(words);
  return { name: nameProblem(name), yourName: yourNameProblem(yourName) };
}

const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The words in a history entry; undefined where the form is not open. */
export function wordsIn(state: unknown): NewRegisterWords | undefined {
  if (!isJsonObject(state)) return undefined;
  const { newRegister } = state;
  if (!isJsonObject(newRegister)) return undefined;
  return { name: textIn(newRegister['name']), yourName: textIn(newRegister['yourName']) };
}

export const stateWith = (newRegister: NewRegisterWords) => ({ newRegister });
