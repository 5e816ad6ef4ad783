/** What a column of a spreadsheet may hold for the book, in the order a person chooses from. */
export const tableFields = [
  'name',
  'otherName',
  'kind',
  'assetType',
  'summary',
  'address',
  'line1',
  'line2',
  'town',
  'county',
  'postcode',
  'lat',
  'lon',
  'easting',
  'northing',
  'openingWords',
  'meetsWords',
  'cost',
  'youngest',
  'oldest',
  'languages',
  'wheelchair',
  'website',
  'email',
  'phone',
  'organiser',
  'venue',
  'tags',
  'id',
  'uprn',
  'share',
  'precision',
  'licence',
] as const;
export type TableField = (typeof tableFields)[number];

export const isTableField = (said: string): said is TableField =>
  (tableFields as readonly string[]).includes(said);

/** One entry per column: what it holds, or undefined where it is not used. */
export type Matching = readonly (TableField | undefined)[];

/** As a person corrects it: a field goes from the column that held it to the one chosen. */
export const withColumn = (
  matching: Matching,
  place: number,
  field: TableField | undefined,
): Matching =>
  matching.map((held, index) => {
    if (index === place) return field;
    return held === field ? undefined : held;
  });
