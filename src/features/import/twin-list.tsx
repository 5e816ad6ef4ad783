import { useState } from 'react';
import { roundedMetres } from '#i18n/formats.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Stack } from '#ui/page.tsx';
import type { LookAlike } from './checked-file.ts';
import { type Reviewed, useImportSession } from './import-session.ts';
import { More } from './more.tsx';
import { without } from './without.ts';

const aPage = 20;
const kilometre = 1000;
const sameSpot = 10;

/** What looks like something else, each with what: it stays out until a person says otherwise. */
export function TwinList({ review }: { readonly review: Reviewed }) {
  const t = useWords('import');
  const [shown, setShown] = useState(aPage);
  const { file, ticked, lookAlikes } = review;
  const wanted = new Set(
    file.groups.filter(({ key }) => ticked.includes(key)).flatMap(({ ids }) => ids),
  );
  const twins = lookAlikes.filter(({ id }) => wanted.has(id));
  if (twins.length === 0) return null;
  return (
    <FormGroup legend={t('twins.title')} hint={t('twins.hint')}>
      <Stack gap="near">
        {twins.slice(0, shown).map((twin) => (
          <TwinRow key={twin.id} twin={twin} anyway={review.anyway} />
        ))}
        <More count={twins.length - shown} onMore={() => setShown(shown + aPage)} />
      </Stack>
    </FormGroup>
  );
}

interface TwinRowProps {
  readonly twin: LookAlike;
  readonly anyway: Reviewed['anyway'];
}

function TwinRow({ twin, anyway }: TwinRowProps) {
  const t = useWords('import');
  const where = useWhere();
  const { setReview } = useImportSession();
  const { id, name, like, why, isInFile, metres } = twin;
  const beside = t(isInFile ? 'twins.file' : 'twins.book', { like, where: where(metres) });
  const tick = (on: boolean) =>
    setReview({ anyway: on ? new Set([...anyway, id]) : without(anyway, id) });
  return (
    <CheckRow
      label={<bdi>{name}</bdi>}
      note={`${beside} ${t(`twins.why.${why}`)}`}
      checked={anyway.has(id)}
      onCheck={tick}
    />
  );
}

/** "20 m away", "on the same spot". */
function useWhere(): (metres: number | undefined) => string {
  const t = useWords('import');
  const formats = useFormats();
  return (metres) => {
    if (metres === undefined) return t('twins.noSpot');
    const rounded = roundedMetres(metres);
    if (rounded < sameSpot) return t('twins.here');
    return rounded < kilometre
      ? t('twins.metres', { metres: formats.number(rounded) })
      : t('twins.kilometres', { kilometres: formats.number(rounded / kilometre) });
  };
}
