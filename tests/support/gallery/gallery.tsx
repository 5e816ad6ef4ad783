import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Frame } from '#ui/frame.tsx';
import { DoorOpen, ListIcon, MapIcon, Menu, Plus, Waypoints } from '#ui/icons.ts';
import { Panes } from '#ui/panes.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import { Toasts } from '#ui/toasts.tsx';
import { AddView } from './add-view.tsx';
import { CardView } from './card-view.tsx';
import { CodesView } from './codes-view.tsx';
import { ListView } from './list-view.tsx';
import { PartsView } from './parts-view.tsx';

export function Gallery({ view }: { readonly view: string }) {
  return (
    <Toasts>
      {view === 'list' && <Framed />}
      {view === 'card' && (
        <Main>
          <CardView />
        </Main>
      )}
      {view === 'add' && (
        <Main>
          <AddView />
        </Main>
      )}
      {view === 'codes' && (
        <Main>
          <CodesView />
        </Main>
      )}
      {view === 'parts' && (
        <Main>
          <PartsView />
        </Main>
      )}
    </Toasts>
  );
}

const Main = ({ children }: { readonly children: React.ReactNode }) => <main>{children}</main>;

const places = [
  { key: 'list', icon: ListIcon },
  { key: 'map', icon: MapIcon },
  { key: 'door', icon: DoorOpen },
  { key: 'connections', icon: Waypoints },
  { key: 'more', icon: Menu },
] as const;

function Framed() {
  const t = useWords('common');
  const [open, setOpen] = useState(false);
  return (
    <>
      <SkipLink label={t('nav.skip')} to="main" />
      <Frame
        label={t('nav.main')}
        places={places.map(({ key, icon }, i) => ({
          href: `#${key}`,
          label: t(`nav.${key}`),
          icon,
          current: i === 0,
        }))}
        add={
          <Button look="filled" floating icon={Plus} onClick={() => setOpen(!open)}>
            {t('do.add')}
          </Button>
        }
      >
        <Panes
          list={<ListView />}
          side={() => <div style={{ blockSize: '100%', background: 'var(--wash)' }} />}
          card={open || location.hash === '#card' ? <CardView /> : undefined}
        />
      </Frame>
    </>
  );
}
