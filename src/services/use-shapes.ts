import { useLiveQuery } from 'dexie-react-hooks';
import type { ShapeRow } from '#catalogue/catalogue-db.ts';
import { useOpened } from './use-services.ts';

export type { ShapeRow };

/** The areas and lines of the open register's things, kept up to date; undefined while being read. */
export function useShapes(): readonly ShapeRow[] | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(() => catalogue.shapes.toArray(), [catalogue]);
}
