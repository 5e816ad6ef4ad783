import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import { assetKinds } from '#domain/taxonomy/kinds.ts';
import { catalogueKey, typesOfKind } from '#domain/taxonomy/types.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { useHasPaths } from '#services/use-packs.ts';
import { Button } from '#ui/button.tsx';
import { CheckChip } from '#ui/check-chip.tsx';
import { SlidersHorizontal } from '#ui/icons.ts';
import { Stack } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import styles from './list.module.css';
import { extraFilters, type ListFilters, useListState } from './list-filters.ts';

const walks = ['5', '10', '15', '20'] as const;

export function KindChips() {
  const t = useWords('kinds');
  const list = useWords('list');
  const { kinds, set } = useListState();
  const tick = (kind: AssetKind, on: boolean) =>
    set({ kinds: on ? [...kinds, kind] : kinds.filter((other) => other !== kind) });
  return (
    <fieldset className={`${styles['chips']} ${styles['kinds']}`}>
      <legend className={styles['legend']}>{list('kinds')}</legend>
      {assetKinds.map((kind) => (
        <CheckChip
          key={kind}
          label={t(kind)}
          checked={kinds.includes(kind)}
          onCheck={(on) => tick(kind, on)}
        />
      ))}
    </fieldset>
  );
}

function TypeSelect() {
  const t = useWords('list');
  const kindWords = useWords('kinds');
  const types = useWords('taxonomy');
  const { assetType, kinds, set } = useListState();
  const shown = assetKinds.filter((kind) => kinds.length === 0 || kinds.includes(kind));
  return (
    <Select label={t('type')} value={assetType} onChoose={(value) => set({ assetType: value })}>
      <option value="">{t('anyType')}</option>
      {shown.map((kind) => (
        <optgroup key={kind} label={kindWords(kind)}>
          {typesOfKind(kind).map(({ id }) => (
            <option key={id} value={id}>
              {types.find(`types.${catalogueKey(id)}.label`)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

interface NarrowingProps {
  /** Whether it is known from where minutes would be counted. */
  readonly hasStart: boolean;
}

/**
 * Asked only where paths are known, and a place to start from: a straight line says nothing of
 * minutes. What is on already stays in sight, or nobody could take it back.
 */
function WithinSelect({ hasStart }: NarrowingProps) {
  const t = useWords('list');
  const formats = useFormats();
  const { within, set } = useListState();
  const isOffered = useHasPaths() && hasStart;
  if (!isOffered && within === '') return null;
  const choose = (value: string) => set({ within: value as ListFilters['within'] });
  return (
    <Select label={t('within.label')} value={within} onChoose={choose}>
      <option value="">{t('within.any')}</option>
      {walks.map((minutes) => (
        <option key={minutes} value={minutes}>
          {t('within.walk', { walk: formats.onFoot(Number(minutes)) })}
        </option>
      ))}
    </Select>
  );
}

/** Everything else one may narrow by; shut until asked for, with the number that is on. */
export function MoreFilters({ hasStart }: NarrowingProps) {
  const t = useWords('list');
  const state = useListState();
  const count = extraFilters(state);
  const { set, clear } = state;
  const choose =
    <K extends keyof ListFilters>(key: K) =>
    (value: string) =>
      set({ [key]: value } as Partial<ListFilters>);
  return (
    <details className={styles['more']}>
      <summary>
        <SlidersHorizontal aria-hidden size={20} />
        {count === 0 ? t('more') : t('moreOn', { count })}
      </summary>
      <Stack>
        <TypeSelect />
        <Select label={t('when.label')} value={state.when} onChoose={choose('when')}>
          <option value="any">{t('when.any')}</option>
          <option value="now">{t('when.now')}</option>
          <option value="today">{t('when.today')}</option>
        </Select>
        <Select label={t('fresh.label')} value={state.freshness} onChoose={choose('freshness')}>
          <option value="any">{t('fresh.any')}</option>
          <option value="fresh">{t('fresh.fresh')}</option>
          <option value="due">{t('fresh.due')}</option>
        </Select>
        <WithinSelect hasStart={hasStart} />
        <div className={styles['chips']}>
          <CheckChip label={t('free')} checked={state.free} onCheck={(free) => set({ free })} />
          <CheckChip
            label={t('stepFree')}
            checked={state.stepFree}
            onCheck={(stepFree) => set({ stepFree })}
          />
          <CheckChip
            label={t('archived')}
            checked={state.archived}
            onCheck={(archived) => set({ archived })}
          />
        </div>
        <Button size="small" onClick={clear}>
          {t('clear')}
        </Button>
      </Stack>
    </details>
  );
}
