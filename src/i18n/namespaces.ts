/**
 * Every catalogue there is. A new one = a file `en-GB/<name>.json` and one line here.
 * The types of all keys follow from the files.
 */
export interface Catalogues {
  readonly add: typeof import('./en-GB/add.json');
  readonly card: typeof import('./en-GB/card.json');
  readonly common: typeof import('./en-GB/common.json');
  readonly connections: typeof import('./en-GB/connections.json');
  readonly door: typeof import('./en-GB/door.json');
  readonly errors: typeof import('./en-GB/errors.json');
  readonly export: typeof import('./en-GB/export.json');
  readonly fields: typeof import('./en-GB/fields.json');
  readonly 'first-start': typeof import('./en-GB/first-start.json');
  readonly 'gift-words': typeof import('./en-GB/gift-words.json');
  readonly help: typeof import('./en-GB/help.json');
  readonly import: typeof import('./en-GB/import.json');
  readonly kinds: typeof import('./en-GB/kinds.json');
  readonly 'look-around': typeof import('./en-GB/look-around.json');
  readonly list: typeof import('./en-GB/list.json');
  readonly lock: typeof import('./en-GB/lock.json');
  readonly map: typeof import('./en-GB/map.json');
  readonly more: typeof import('./en-GB/more.json');
  readonly packs: typeof import('./en-GB/packs.json');
  readonly people: typeof import('./en-GB/people.json');
  readonly places: typeof import('./en-GB/places.json');
  readonly recovery: typeof import('./en-GB/recovery.json');
  readonly register: typeof import('./en-GB/register.json');
  readonly sharing: typeof import('./en-GB/sharing.json');
  readonly share: typeof import('./en-GB/share.json');
  readonly settings: typeof import('./en-GB/settings.json');
  readonly taxonomy: typeof import('./en-GB/taxonomy.json');
  readonly todo: typeof import('./en-GB/todo.json');
  readonly update: typeof import('./en-GB/update.json');
}

export type Namespace = keyof Catalogues;

/** Loaded before the first screen, so what every screen says never waits. */
export const startNamespaces = [
  'common',
  'errors',
  'kinds',
] as const satisfies readonly Namespace[];
