import { kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import { catalogueKey, findType } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import type { ShownThing } from './checked-file.ts';

/** The first things of a spreadsheet, as they will stand in the book. */
export function ShownThings({ things }: { readonly things: readonly ShownThing[] }) {
  const t = useWords('import');
  if (things.length === 0) return null;
  return (
    <Stack gap="near">
      <h2>{t('shown.title')}</h2>
      <List aria-label={t('shown.title')}>
        {things.map((thing) => (
          <li key={thing.id}>
            <ShownCard thing={thing} />
          </li>
        ))}
      </List>
    </Stack>
  );
}

function ShownCard({ thing }: { readonly thing: ShownThing }) {
  const t = useWords('import');
  const kinds = useWords('kinds');
  const types = useWords('taxonomy');
  const { name, type, assetType, lines, hasSpot } = thing;
  const what = assetType
    ? (types.find(`types.${catalogueKey(assetType)}.label`) ?? assetType)
    : type === 'activity'
      ? kinds('types.activity')
      : t('shown.noType');
  const noSpot = hasSpot || type === 'activity' ? '' : t('shown.noSpot');
  return (
    <Row
      mark={
        <KindMark
          kind={kindOfRecordType(type) ?? 'groups'}
          icon={assetType && findType(assetType)?.icon}
        />
      }
      title={name}
      note={[what, ...lines, noSpot].filter(Boolean).join(' · ')}
      confirmed={false}
    />
  );
}
