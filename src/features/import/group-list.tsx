import { assetKinds, kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import { catalogueKey, findType } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { KindMark } from '#ui/kind-mark.tsx';
import { Stack } from '#ui/page.tsx';
import type { FileGroup } from './checked-file.ts';
import styles from './import.module.css';
import { type Reviewed, useImportSession } from './import-session.ts';
import { isPlainKey, plainKey } from './plain-key.ts';

type OtherPart = 'plain' | 'more' | 'everyday';
type Part = (typeof assetKinds)[number] | OtherPart;
/** What has no type yet stands below the question for it. */
const parts: readonly Part[] = ['plain', ...assetKinds, 'more', 'everyday'];

const isOther = (part: Part): part is OtherPart =>
  part === 'plain' || part === 'more' || part === 'everyday';

function partOf({ everyday, key, type }: FileGroup): Part {
  if (isPlainKey(key)) return 'plain';
  return everyday ? 'everyday' : (kindOfRecordType(type) ?? 'more');
}

/** The groups of a file by kind, most first; what nobody has named comes last. */
export function GroupList({ review }: { readonly review: Reviewed }) {
  return (
    <>
      {parts.map((part) => (
        <GroupsOfPart
          key={part}
          part={part}
          review={review}
          groups={review.file.groups
            .filter((group) => partOf(group) === part)
            .sort((a, b) => b.ids.length - a.ids.length)}
        />
      ))}
    </>
  );
}

interface GroupsOfPartProps {
  readonly part: Part;
  readonly review: Reviewed;
  readonly groups: readonly FileGroup[];
}

function GroupsOfPart({ part, review, groups }: GroupsOfPartProps) {
  const t = useWords('import');
  const kinds = useWords('kinds');
  if (groups.length === 0) return null;
  const legend = isOther(part) ? t(`part.${part}`) : kinds(part);
  return (
    <FormGroup legend={legend} {...(part === 'everyday' ? { hint: t('everydayHint') } : {})}>
      <Stack gap="near">
        {groups.map((group) => (
          <GroupRow key={group.key} group={group} review={review} />
        ))}
      </Stack>
    </FormGroup>
  );
}

interface GroupRowProps {
  readonly group: FileGroup;
  readonly review: Reviewed;
}

function GroupRow({ group, review }: GroupRowProps) {
  const { setReview } = useImportSession();
  const label = useGroupLabel(group);
  const note = useGroupNote(group, review);
  const { ticked, held } = review;
  const { key, ids, type, assetType } = group;
  const kind = isPlainKey(key) ? undefined : kindOfRecordType(type);
  const tick = (on: boolean) =>
    setReview({ ticked: on ? [...ticked, key] : ticked.filter((other) => other !== key) });
  return (
    <CheckRow
      label={
        <span className={styles['group']}>
          {kind && <KindMark kind={kind} icon={assetType && findType(assetType)?.icon} size={28} />}
          <span>{label}</span>
        </span>
      }
      note={note}
      checked={ticked.includes(key)}
      disabled={ids.every((id) => held.has(id))}
      onCheck={tick}
    />
  );
}

function useGroupLabel({ key, type, assetType, said }: FileGroup): string {
  const t = useWords('import');
  const kinds = useWords('kinds');
  const types = useWords('taxonomy');
  if (said) return said;
  if (key === plainKey) return t('plain.group');
  if (assetType) return types.find(`types.${catalogueKey(assetType)}.label`) ?? assetType;
  if (type === 'ties') return t('ties');
  return t.find(`copied.${type}`) ?? kinds(`types.${type}`);
}

function useGroupNote({ ids, checkType }: FileGroup, { held }: Reviewed): string {
  const t = useWords('import');
  const standing = ids.filter((id) => held.has(id)).length;
  return [
    t('count', { count: ids.length }),
    standing > 0 ? t('heldShort', { count: standing }) : '',
    checkType > 0 ? t('checkType', { count: checkType }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
