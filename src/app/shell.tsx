import { type ReactNode, Suspense, useContext } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '#i18n/use-words.ts';
import { usePreference } from '#services/use-preference.ts';
import { OpenedContext, useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Frame, mainId, type Place } from '#ui/frame.tsx';
import { DoorOpen, ListIcon, MapIcon, Menu, Plus, Waypoints } from '#ui/icons.ts';
import { Link } from '#ui/link.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import { StateLine } from '#ui/state-line.tsx';
import { ErrorFence } from './error-fence.tsx';
import { go } from './go.ts';
import { SharedLine } from './shared-line.ts';
import styles from './shell.module.css';
import { UpdateBar } from './update/update-bar.tsx';
import { useArrival } from './use-arrival.ts';

const isAt = (location: string, href: string) =>
  location === href ||
  location.startsWith(`${href}/`) ||
  (href === '/list' && (location === '/' || location.startsWith('/asset/')));

function usePlaces(): readonly Place[] {
  const t = useWords('common');
  const [location] = useLocation();
  const places = [
    { href: '/list', label: t('nav.list'), icon: ListIcon },
    { href: '/map', label: t('nav.map'), icon: MapIcon },
    { href: '/door', label: t('nav.door'), icon: DoorOpen },
    { href: '/connections', label: t('nav.connections'), icon: Waypoints },
    { href: '/more', label: t('nav.more'), icon: Menu },
  ];
  return places.map((place) => ({ ...place, current: isAt(location, place.href) }));
}

/** On every screen in the same place: what is saved, and help. */
export function StatusStrip() {
  const t = useWords('common');
  const isShared = useContext(OpenedContext)?.services.share.isOn;
  const here = <StateLine label={t('state.sharing')} words={t('state.savedHereOnly')} />;
  return (
    <div className={styles['strip']}>
      {isShared ? <SharedLine label={t('state.sharing')} /> : here}
      <Link href="/help" className={styles['help']}>
        {t('nav.help')}
      </Link>
    </div>
  );
}

interface ShellProps {
  readonly isForm: boolean;
  readonly children: ReactNode;
}

/** Everything around a screen: the five places, Add, the state in words, news of updates. */
export function Shell({ isForm, children }: ShellProps) {
  const t = useWords('common');
  const places = usePlaces();
  const [location] = useLocation();
  const [hand] = usePreference<string>('hand', 'end');
  const { out } = useServices().share;
  useArrival();
  const add = (
    <Button look="filled" floating icon={Plus} onClick={() => go('/add')}>
      {t('do.add')}
    </Button>
  );
  return (
    <>
      <SkipLink label={t('nav.skip')} to={mainId} />
      <Frame
        label={t('nav.main')}
        places={places}
        add={isForm || out || hand === undefined ? undefined : add}
        hand={hand === 'start' ? 'start' : 'end'}
      >
        <UpdateBar />
        <StatusStrip />
        <ErrorFence at={location}>
          <Suspense fallback={<p className={styles['wait']}>{t('state.loading')}</p>}>
            {children}
          </Suspense>
        </ErrorFence>
      </Frame>
    </>
  );
}
