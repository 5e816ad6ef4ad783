export interface PlaceHit {
  readonly what: 'street' | 'home' | 'postcode';
  /** The street's name in the language asked for, or what stands in its stead; '' for a postcode. */
  readonly name: string;
  readonly number?: string;
  /** Set where the number asked for is not known: the nearest one that is stands in `number`. */
  readonly asked?: string;
  readonly postcode?: string;
  readonly lon: number;
  readonly lat: number;
}

/** One line as people write it: "3 Alder Road, NP99 1AA". */
export const hitLine = ({ name, number, postcode }: PlaceHit): string =>
  [[number, name].filter(Boolean).join(' '), postcode].filter(Boolean).join(', ');
