import type { ReactNode } from 'react';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { FactList } from '#forms/facts/fact-list.tsx';
import type { ThingName } from '#forms/facts/saying.ts';
import type { ReadRecord } from '#services/book.ts';
import { useServices } from '#services/use-services.ts';
import { Stack } from '#ui/page.tsx';
import { SeenBy, WayLine } from './about-lines.tsx';
import { KeptPhotos } from './kept-photos.tsx';

interface CardFactsProps {
  readonly row: ThingRow;
  readonly read: ReadRecord;
  readonly thingOf: (id: string) => ThingName | undefined;
  /** What stands below the line that says who may see it. */
  readonly children?: ReactNode;
}

/** All that a record says, as a card shows it. */
export function CardFacts({ row, read, thingOf, children }: CardFactsProps) {
  const { now } = useServices();
  const { record, ages } = read;
  const photos = 'photos' in record ? (record.photos ?? []) : [];
  return (
    <Stack gap="far">
      <KeptPhotos name={row.name} photos={photos} />
      <FactList
        type={record.type}
        record={record}
        ages={ages}
        now={now()}
        thingOf={thingOf}
        except={['photos']}
      />
      <Stack>
        <WayLine row={row} />
        <SeenBy record={record} />
        {children}
      </Stack>
    </Stack>
  );
}
