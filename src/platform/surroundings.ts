import { isIos } from './install.ts';

/** Apps that open links in a window of their own, whose storage may be gone tomorrow. */
const hostApps = [
  'facebook',
  'instagram',
  'whatsapp',
  'tiktok',
  'linkedin',
  'snapchat',
  'google',
  'x',
  'pinterest',
  'telegram',
  'wechat',
  'line',
  'other',
] as const;
export type HostApp = (typeof hostApps)[number];

/** What the page can see of the browser it runs in. Undefined = the browser would not say. */
export interface Features {
  readonly isStandalone: boolean;
  readonly maxTouchPoints: number;
  readonly hasServiceWorker: boolean;
  readonly hasIndexedDb: boolean;
  readonly persisted?: boolean;
  readonly quotaBytes?: number;
  /** `navigator.deviceMemory`, in GB, where it exists (Chromium). */
  readonly memoryGb?: number;
}

/**
 * `in-app`: open it in the real browser instead. `maybe-private`: nothing tells for certain, so say
 * "may". `ios-browser`: kept only when put on the home screen, or after seven days unused it goes.
 */
export type Surroundings =
  | { readonly where: 'in-app'; readonly app: HostApp }
  | { readonly where: 'maybe-private' }
  | { readonly where: 'ios-browser' }
  | { readonly where: 'ordinary' };

const marks: readonly (readonly [HostApp, RegExp])[] = [
  ['instagram', /Instagram/],
  ['facebook', /\bFBAN|\bFBAV|\bFB_IAB|\bFBIOS|MessengerLiteForiOS/],
  ['whatsapp', /WhatsApp/],
  ['tiktok', /musical_ly|BytedanceWebview|TikTok|trill_/],
  ['linkedin', /LinkedInApp/],
  ['snapchat', /Snapchat/],
  ['google', /\bGSA\//],
  ['x', /Twitter(?:Android| for iPhone)/],
  ['pinterest', /Pinterest\//],
  ['telegram', /Telegram-Android|Telegram\//],
  ['wechat', /MicroMessenger/],
  ['line', /\bLine\//],
  // Android marks every web view; an iPhone's lacks "Safari/" at the end.
  ['other', /; wv\)/],
];

const isBareIosView = (userAgent: string): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) &&
  /AppleWebKit/.test(userAgent) &&
  !/Safari\//.test(userAgent);

function hostAppIn(userAgent: string, { isStandalone }: Features): HostApp | undefined {
  const known = marks.find(([, mark]) => mark.test(userAgent))?.[0];
  if (known) return known;
  // From the home screen an iPhone also leaves out "Safari/".
  return !isStandalone && isBareIosView(userAgent) ? 'other' : undefined;
}

const megabyte = 1_048_576;
/** Ordinary windows get a share of the disk, in the gigabytes; private ones a share of memory. */
const smallQuotaBytes = 300 * megabyte;

function maybePrivate(features: Features): boolean {
  if (!features.hasServiceWorker || !features.hasIndexedDb) return true;
  const { quotaBytes, memoryGb, persisted } = features;
  if (persisted === true || quotaBytes === undefined) return false;
  if (quotaBytes < smallQuotaBytes) return true;
  // Chromium lends a private window a fifth of the memory at most (deviceMemory may say less).
  return memoryGb !== undefined && quotaBytes < Math.min(memoryGb, 8) * 512 * megabyte;
}

/** Which words of warning, if any, this browser calls for. Pure: a best guess from what it shows. */
export function surroundings(userAgent: string, features: Features): Surroundings {
  const app = hostAppIn(userAgent, features);
  if (app) return { where: 'in-app', app };
  if (features.isStandalone) return { where: 'ordinary' };
  if (maybePrivate(features)) return { where: 'maybe-private' };
  return { where: isIos(userAgent, features.maxTouchPoints) ? 'ios-browser' : 'ordinary' };
}
