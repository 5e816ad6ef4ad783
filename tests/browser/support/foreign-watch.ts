import { createServer } from 'node:http';

export interface ForeignWatch {
  /** Chromium flag that sends everything but localhost here. */
  readonly flag: string;
  /** Hosts that somebody tried to reach: page, worker, service worker or the browser itself. */
  readonly hosts: string[];
  readonly stop: () => Promise<void>;
}

/** Debian's Chromium asks its maker for updates and accounts whatever flags it is given. */
const browsersOwn = /(^|\.)(google|googleapis|gvt1)\.com(:|\/|$)/;

/**
 * A proxy that lets nothing through and notes who was asked for. Page events miss what a service
 * worker fetches; a proxy misses nothing.
 */
export async function watchForeignHosts(): Promise<ForeignWatch> {
  const hosts: string[] = [];
  const note = (address = ''): void => {
    if (!browsersOwn.test(address.replace(/^https?:\/\//, ''))) hosts.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    // A browser that is killed hangs up on us.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    flag: `--proxy-server=http://127.0.0.1:${port}`,
    hosts,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
