export interface HubSettings {
  readonly port: number;
  /** Who can reach it: this machine alone unless HOST says more, such as 0.0.0.0. */
  readonly host: string;
  /** Folder for what the hub will keep; map packs lie in it already, in `packs`. */
  readonly dataFolder: string;
  /** Whose pages may ask this hub, besides its own. */
  readonly origins: readonly string[];
  /** How many registers it takes; undefined for the usual number. */
  readonly registers: number | undefined;
  /** Version of the oldest app it serves; undefined for the usual one. */
  readonly lowestClient: number | undefined;
  /** Addresses of the proxy before it, where that is on another machine. */
  readonly proxies: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a RangeError whose message a person can act on when a setting is none. */
export function readSettings(environment: Environment): HubSettings {
  return {
    port: readPort(environment['PORT']),
    host: environment['HOST'] || 'localhost',
    dataFolder: environment['PATCHBOOK_DATA'] || './.patchbook-data',
    origins: readOrigins(environment['PATCHBOOK_ORIGINS']),
    registers: readCount(environment, 'PATCHBOOK_REGISTERS'),
    lowestClient: readCount(environment, 'PATCHBOOK_MIN_CLIENT'),
    proxies: environment['PATCHBOOK_PROXY'] || undefined,
  };
}

function readOrigins(text = ''): readonly string[] {
  const origins = text.split(',').map((origin) => origin.trim());
  return origins.filter((origin) => origin !== '').map(readOrigin);
}

function readOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : undefined;
  if (origin === text) return text;
  throw new RangeError(
    `PATCHBOOK_ORIGINS holds addresses such as https://book.example.org, but one is "${text}".`,
  );
}

function readCount(environment: Environment, name: string): number | undefined {
  const text = environment[name] ?? '';
  if (text === '') return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new RangeError(`${name} must be a number, but it is "${text}".`);
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 8080;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new RangeError(`PORT must be a number from 0 to 65535, but it is "${text}".`);
}
