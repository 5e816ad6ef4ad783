import { useState } from 'react';
import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Point } from '#search/query.ts';
import { useRows } from '#services/use-rows.ts';
import { Button } from '#ui/button.tsx';
import { Chip, ChipStrip } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { MapPin, Search } from '#ui/icons.ts';
import { ThingSearch } from './thing-search.tsx';

interface RefPickerProps {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Id of the thing pointed at. */
  readonly value: string | undefined;
  readonly kinds: readonly AssetKind[];
  readonly near: Point | undefined;
  readonly fits: (row: Line) => boolean;
  readonly onChange: (id: string | undefined) => void;
}

/** One thing to point at, found by search; the search box opens when it is wanted. */
export function RefPicker(props: RefPickerProps) {
  const { value, onChange, ...rest } = props;
  const t = useWords('card');
  const fields = useWords('fields');
  const [isOpen, setOpen] = useState(false);
  const [row] = useRows(value ? [value] : []);
  const name = row?.name ?? fields('form.elsewhere');
  const pick = (id: string | undefined) => {
    onChange(id);
    setOpen(false);
  };
  return (
    <FormGroup legend={rest.legend} hint={rest.hint} error={rest.error}>
      {value && (
        <ChipStrip>
          <Chip icon={MapPin}>{name}</Chip>
          <Button look="quiet" size="small" onClick={() => pick(undefined)}>
            {t('pick.takeAway', { name })}
          </Button>
        </ChipStrip>
      )}
      {isOpen ? (
        <ThingSearch
          label={t('pick.search')}
          kinds={rest.kinds}
          near={rest.near}
          fits={rest.fits}
          onPick={({ id }) => pick(id)}
        />
      ) : (
        <Button look="plain" size="small" icon={Search} onClick={() => setOpen(true)}>
          {t(value ? 'pick.another' : 'pick.search')}
        </Button>
      )}
    </FormGroup>
  );
}
