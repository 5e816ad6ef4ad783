import type { ComponentType } from 'react';
import { AddScreen } from '#features/add/add-screen.tsx';
import { ListPage } from './list-page.tsx';
import { screen } from './screen.ts';

export const MapBeside = screen(() => import('#features/map/map-beside.tsx'), 'MapBeside');
export const CardScreen = screen(() => import('#features/card/card-screen.tsx'), 'CardScreen');
export const Locked = screen(() => import('#features/lock/locked-screen.tsx'), 'LockedScreen');
export const ChooseLock = screen(
  () => import('#features/lock/choose-lock-screen.tsx'),
  'ChooseLockScreen',
);
export const IdleWatch = screen(() => import('#features/lock/idle-watch.tsx'), 'IdleWatch');
export const FirstStart = screen(
  () => import('#features/first-start/first-start.tsx'),
  'FirstStart',
);

export interface Route {
  readonly path: string;
  readonly screen: ComponentType;
  /** A form to fill in, with its own filled button: the floating Add steps aside. */
  readonly isForm?: true;
  /** Shut on a phone that is no longer in the register. */
  readonly writes?: true;
}

/** Addresses for which no register need be open. */
export const freeRoutes: readonly Route[] = [
  { path: '/help', screen: screen(() => import('#features/help/help-screen.tsx'), 'HelpScreen') },
  {
    path: '/join',
    screen: screen(() => import('#features/join/join-screen.tsx'), 'JoinScreen'),
    isForm: true,
  },
  {
    path: '/look-around',
    screen: screen(
      () => import('#features/look-around/look-around-screen.tsx'),
      'LookAroundScreen',
    ),
    isForm: true,
  },
  {
    path: '/share',
    screen: screen(() => import('#features/share/share-screen.tsx'), 'ShareScreen'),
    isForm: true,
  },
  { path: '/start', screen: FirstStart, isForm: true },
];

/** Every address that needs an open register. A new screen is a folder and a line here. */
export const routes: readonly Route[] = [
  { path: '/', screen: ListPage },
  { path: '/list', screen: ListPage },
  {
    path: '/map',
    screen: screen(() => import('#features/map/map-screen.tsx'), 'MapScreen'),
  },
  {
    path: '/door',
    screen: screen(() => import('#features/door/door-screen.tsx'), 'DoorScreen'),
  },
  {
    path: '/connections',
    screen: screen(
      () => import('#features/connections/connections-screen.tsx'),
      'ConnectionsScreen',
    ),
  },
  { path: '/more', screen: screen(() => import('#features/more/more-screen.tsx'), 'MoreScreen') },
  {
    path: '/add',
    screen: AddScreen,
    isForm: true,
    writes: true,
  },
  { path: '/asset/:id', screen: CardScreen },
  {
    path: '/asset/:id/edit',
    screen: screen(() => import('#features/card/edit-screen.tsx'), 'EditScreen'),
    isForm: true,
    writes: true,
  },
  {
    path: '/asset/:id/history',
    screen: screen(() => import('#features/card/history-screen.tsx'), 'HistoryScreen'),
  },
  {
    path: '/asset/:id/connect',
    screen: screen(() => import('#features/card/connect-screen.tsx'), 'ConnectScreen'),
    isForm: true,
    writes: true,
  },
  {
    path: '/asset/:id/happens',
    screen: screen(() => import('#features/card/happens-screen.tsx'), 'HappensScreen'),
    isForm: true,
    writes: true,
  },
  {
    path: '/asset/:id/as/:who',
    screen: screen(() => import('#features/card/as-seen-screen.tsx'), 'AsSeenScreen'),
  },
  {
    path: '/register',
    screen: screen(() => import('#features/register/register-screen.tsx'), 'RegisterScreen'),
    isForm: true,
  },
  {
    path: '/todo',
    screen: screen(() => import('#features/todo/todo-screen.tsx'), 'TodoScreen'),
    isForm: true,
  },
  {
    path: '/import',
    screen: screen(() => import('#features/import/import-screen.tsx'), 'ImportScreen'),
    writes: true,
  },
  {
    path: '/export',
    screen: screen(() => import('#features/export/export-screen.tsx'), 'ExportScreen'),
  },
  {
    path: '/packs',
    screen: screen(() => import('#features/packs/packs-screen.tsx'), 'PacksScreen'),
  },
  {
    path: '/settings',
    screen: screen(() => import('./settings-page.tsx'), 'SettingsPage'),
  },
];
