import { KeepSafe } from '#features/add/keep-safe.tsx';
import { UnfinishedAdd } from '#features/add/unfinished-add.tsx';
import { ListScreen } from '#features/list/list-screen.tsx';
import { installer } from './installer.ts';

/** The list with what the app has to say above it. */
export function ListPage() {
  const news = (
    <>
      <UnfinishedAdd />
      <KeepSafe installer={installer} />
    </>
  );
  return <ListScreen news={news} />;
}
