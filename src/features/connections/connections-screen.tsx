import { isAssetKind } from '#domain/taxonomy/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import { type TieLine, useAllTies } from '#services/use-all-ties.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Waypoints } from '#ui/icons.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { List } from '#ui/list.tsx';
import { Page, Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import { TopBar } from '#ui/top-bar.tsx';

/** A tie as a sentence: "Tuesday knitters meets at Pill Library". */
function TieRow({ tie }: { readonly tie: TieLine }) {
  const kinds = useWords('kinds');
  const { from, to, rel } = tie;
  const kind = from.kind && isAssetKind(from.kind) ? from.kind : 'groups';
  return (
    <Row
      mark={<KindMark kind={kind} />}
      title={from.name}
      note={`${kinds.find(`relations.${rel}.out`) ?? ''} ${to.name}`}
      href={`/asset/${from.id}`}
      confirmed
    />
  );
}

export function ConnectionsScreen() {
  const t = useWords('connections');
  const ties = useAllTies();
  return (
    <Page>
      <TopBar title={t('title')} />
      <Stack>
        {ties?.length === 0 && (
          <EmptyState icon={Waypoints} question={t('empty.question')} note={t('empty.note')}>
            <LinkButton href="/list" look="filled">
              {t('empty.start')}
            </LinkButton>
          </EmptyState>
        )}
        {ties && ties.length > 0 && (
          <>
            <p role="status">{t('count', { count: ties.length })}</p>
            <List aria-label={t('list')}>
              {ties.map((tie) => (
                <li key={tie.id}>
                  <TieRow tie={tie} />
                </li>
              ))}
            </List>
          </>
        )}
      </Stack>
    </Page>
  );
}
