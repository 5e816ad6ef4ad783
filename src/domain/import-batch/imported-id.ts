import { v5 } from 'uuid';

/** Never changed: two phones that bring in the same thing must give it the same id. */
const importNamespace = '33f00d62-818b-42e4-a617-5736a07809a8';

/**
 * The id of a thing that came from elsewhere: version 5 of our namespace and what it is called
 * there, as `osm:way/123`.
 */
export const importedId = (externalId: string): string => v5(externalId, importNamespace);
