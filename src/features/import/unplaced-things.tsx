import { useState } from 'react';
import { type ThingRow, whereBeside } from '#domain/record/thing-row.ts';
import { kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import { findType } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { useFound } from '#services/use-found.ts';
import { Button } from '#ui/button.tsx';
import { KindMark } from '#ui/kind-mark.tsx';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';

const aPage = 10;

/** Where the outcome of an import leads to. */
export const unplacedId = 'place-on-the-map';

/** What came in without a spot and still has none; each opens the map of its card. */
export function UnplacedThings() {
  const t = useWords('import');
  const [shown, setShown] = useState(aPage);
  const found = useFound({ unplaced: true, limit: shown });
  if (!found || found.total === 0) return null;
  const { rows, total } = found;
  return (
    <Stack>
      <StitchRule />
      <h2 id={unplacedId} tabIndex={-1}>
        {t('unplaced.title')}
      </h2>
      <p>{t('unplaced.words', { count: total })}</p>
      <List aria-labelledby={unplacedId}>
        {rows.map((row) => (
          <li key={row.id}>
            <UnplacedRow row={row} />
          </li>
        ))}
      </List>
      {total > rows.length && (
        <Button wide onClick={() => setShown(shown + aPage)}>
          {t('unplaced.more', { count: total - rows.length })}
        </Button>
      )}
    </Stack>
  );
}

function UnplacedRow({ row }: { readonly row: ThingRow }) {
  const t = useWords('import');
  const { id, type, assetType, name, status } = row;
  return (
    <Row
      mark={
        <KindMark
          kind={kindOfRecordType(type) ?? 'places'}
          icon={assetType && findType(assetType)?.icon}
        />
      }
      title={name}
      note={whereBeside(row) ?? t('unplaced.noAddress')}
      href={`/asset/${id}/edit?place`}
      confirmed={status !== 'unconfirmed'}
    />
  );
}
