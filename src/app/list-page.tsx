import { KeepSafe } from '#features/add/keep-safe.tsx';
import { UnfinishedAdd } from '#features/add/unfinished-add.tsx';
import { ListScreen } from '#features/list/list-screen.tsx';
import { useServices } from '#services/use-services.ts';
import { installer } from './installer.ts';
import { screen } from './screen.ts';

const MadeUpLine = screen(() => import('#features/look-around/made-up-line.tsx'), 'MadeUpLine');

/** The list with what the app has to say above it. */
export function ListPage() {
  const { madeUp } = useServices();
  const news = (
    <>
      <UnfinishedAdd />
      {madeUp ? <MadeUpLine /> : <KeepSafe installer={installer} />}
    </>
  );
  return <ListScreen news={news} />;
}
