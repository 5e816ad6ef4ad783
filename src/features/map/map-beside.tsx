import { useLocation, useRoute } from 'wouter';
import { MapPane } from './map-pane.tsx';
import { useNeighbourhood } from './use-neighbourhood.ts';
import { useWhereAmI } from './use-where-am-i.ts';

/** The map beside the list on a wide screen: the open card is the chosen mark, a tap opens a card. */
export function MapBeside() {
  const shown = useNeighbourhood('');
  const whereAmI = useWhereAmI();
  const [, go] = useLocation();
  const [, params] = useRoute('/asset/:id');
  return (
    <MapPane
      shown={shown}
      whereAmI={whereAmI}
      selectedId={params?.id}
      onSelect={(id) => {
        if (id) go(`/asset/${id}`);
      }}
    />
  );
}
