/** `by-hand`: no prompt exists (iPhone and iPad); show Share → Add to Home Screen. */
export type InstallState = 'installed' | 'ready' | 'by-hand' | 'unavailable';
export type InstallAnswer = 'accepted' | 'dismissed' | 'unavailable';

export interface Installer {
  state(): InstallState;
  /** Shows the browser's own question; call it from a tap. */
  ask(): Promise<InstallAnswer>;
  subscribe(listener: () => void): () => void;
}

/** Chromium's event, not in the standard's types. */
interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}
const isInstallEvent = (event: Event): event is InstallEvent => 'prompt' in event;

/** iPads call themselves Macs; Macs have no touch screen. */
export const isIos = (userAgent: string, maxTouchPoints: number): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);

export interface InstallWindow extends Pick<EventTarget, 'addEventListener'> {
  readonly navigator: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>;
  matchMedia(query: string): Pick<MediaQueryList, 'matches'>;
}

/** True when opened from the home screen rather than in a browser's tab. */
export const isStandalone = (view: Pick<InstallWindow, 'matchMedia' | 'navigator'>): boolean =>
  view.matchMedia('(display-mode: standalone)').matches ||
  ('standalone' in view.navigator && view.navigator.standalone === true);

/** Make it before the first screen: the browser offers its event once and early. */
export function createInstaller(view: InstallWindow): Installer {
  let offer: InstallEvent | undefined;
  let isInstalled = isStandalone(view);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  view.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallEvent(event)) return;
    // Our own words come first, after the third save.
    event.preventDefault();
    offer = event;
    tell();
  });
  view.addEventListener('appinstalled', () => {
    isInstalled = true;
    offer = undefined;
    tell();
  });

  const state = (): InstallState => {
    if (isInstalled) return 'installed';
    if (offer) return 'ready';
    const { userAgent, maxTouchPoints } = view.navigator;
    return isIos(userAgent, maxTouchPoints) ? 'by-hand' : 'unavailable';
  };
  const ask = async (): Promise<InstallAnswer> => {
    const asked = offer;
    // The event can be used once.
    offer = undefined;
    const answer = (await asked?.prompt())?.outcome ?? 'unavailable';
    tell();
    return answer;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { state, ask, subscribe };
}
