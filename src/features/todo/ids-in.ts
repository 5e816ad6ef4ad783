const uuid = /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;

/** Every id that is mentioned anywhere in a value. */
export const idsIn = (value: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(value).matchAll(uuid)].map(([, id]) => id ?? '')),
];
