export interface HubSettings {
  readonly port: number;
  /** Who can reach it: this machine alone unless HOST says more, such as 0.0.0.0. */
  readonly host: string;
  /** Folder for what the hub will keep; map packs lie in it already, in `packs`. */
  readonly dataFolder: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a RangeError whose message a person can act on when PORT is no port. */
export function readSettings(environment: Environment): HubSettings {
  return {
    port: readPort(environment['PORT']),
    host: environment['HOST'] || 'localhost',
    dataFolder: environment['PATCHBOOK_DATA'] || './.patchbook-data',
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 8080;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new RangeError(`PORT must be a number from 0 to 65535, but it is "${text}".`);
}
