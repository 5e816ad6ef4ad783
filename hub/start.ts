import { resolve } from 'node:path';
import { createHub } from './create-hub.ts';
import { ensureBuilt } from './ensure-built.ts';
import { makeFolder } from './make-folder.ts';
import { readSettings } from './settings.ts';

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const { port, host, dataFolder, origins, proxies, registers, lowestClient } = settings;
  await makeFolder(dataFolder);
  const { dist, built } = await ensureBuilt();
  // What it keeps is for its own user; the built app, before this line, is for anybody.
  process.umask(0o077);
  if (built) console.log('Built the app, because its sources had changed.');
  const hub = createHub({
    dist,
    dataFolder: resolve(dataFolder),
    origins,
    ...(proxies && { proxies }),
    ...(lowestClient !== undefined && { lowestClient }),
    ...(registers !== undefined && { limits: { registers } }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(hub));
  await hub.listen({ port, host });
  const address = hub.server.address();
  const open = typeof address === 'object' && address ? address.port : port;
  console.log(`Patchbook is open at http://localhost:${open}`);
}

async function stop(hub: ReturnType<typeof createHub>): Promise<void> {
  await hub.close();
  process.exit(0);
}

function sayWhy(error: unknown): never {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (inUse) console.error('This port is taken. Choose another one: PORT=8081 npm start');
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

start().catch(sayWhy);
