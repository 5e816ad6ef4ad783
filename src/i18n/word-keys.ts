import type { Catalogues, Namespace } from './namespaces.ts';

type PluralEnding = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Base<K extends string> = K extends `${infer B}_${PluralEnding}` ? B : K;

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>;
}[keyof T & string];

type Plural<K extends string> = K extends `${infer B}_other` ? B : never;

type FileKey<N extends Namespace> = Leaves<Catalogues[N]>;

/** Keys as asked for: the dotted path, a plural without its ending. */
export type WordKey<N extends Namespace> = Base<FileKey<N>>;

/** Keys whose sentence changes with a number, so `count` must be given. */
export type CountedKey<N extends Namespace> = Plural<FileKey<N>>;

export type Variables = Readonly<Record<string, string | number>>;

export type VariablesFor<N extends Namespace, K extends WordKey<N>> =
  K extends CountedKey<N>
    ? [variables: Variables & { readonly count: number }]
    : [variables?: Variables];
