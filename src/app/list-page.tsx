import { Suspense } from 'react';
import { UnfinishedAdd } from '#features/add/unfinished-add.tsx';
import { ListScreen } from '#features/list/list-screen.tsx';
import type { Installer } from '#platform/install.ts';
import { useServices } from '#services/use-services.ts';
import { installer } from './installer.ts';
import { OutBar } from './out.ts';
import { screen } from './screen.ts';

const KeepSafe = screen<'KeepSafe', { readonly installer: Installer }>(
  () => import('#features/add/keep-safe.tsx'),
  'KeepSafe',
);
const MadeUpLine = screen(() => import('#features/look-around/made-up-line.tsx'), 'MadeUpLine');
/** The list with what the app has to say above it. */
export function ListPage() {
  const { madeUp, share } = useServices();
  const news = share.out ? (
    <Suspense>
      <OutBar />
    </Suspense>
  ) : (
    <>
      <UnfinishedAdd />
      <Suspense>{madeUp ? <MadeUpLine /> : <KeepSafe installer={installer} />}</Suspense>
    </>
  );
  return <ListScreen news={news} />;
}
