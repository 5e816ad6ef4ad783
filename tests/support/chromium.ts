import { existsSync } from 'node:fs';

/** Where Debian and Ubuntu put Chromium; CHROMIUM names another one. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function chromiumPath(): string {
  const named = process.env['CHROMIUM'];
  const found = [...(named ? [named] : []), ...places].find((path) => existsSync(path));
  return found ?? '/usr/bin/chromium';
}

/** `WITHOUT_WEBGL=1` runs any browser test in a browser that cannot draw maps, as old phones are. */
export const drawsMaps = process.env['WITHOUT_WEBGL'] !== '1';

/** Takes WebGL away from every page, whatever draws it. */
export const withoutWebGl = '--disable-3d-apis';

/** What Playwright switches off: of two such flags the last one counts, and ours comes last. */
const offForPlaywright = [
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades'],
  ...['LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'TcpPortRandomizationWin'],
  'ThirdPartyStoragePartitioning',
];
/** Two pages of the browser's own for its address bar, which nobody sees, loaded at every start. */
const ownPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Keep the browser from calling home, so a server's log holds the app's requests only. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...offForPlaywright, ...ownPages].join()}`,
  ...(drawsMaps ? [] : [withoutWebGl]),
];
