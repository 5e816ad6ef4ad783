import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { checkClient } from './api/client-version.ts';
import { makeDoors } from './api/doors.ts';
import { checkOrigin } from './api/origins.ts';
import { packAnswer, unpackBody } from './api/packing.ts';
import { openControl } from './command/control.ts';
import type { Limits } from './limits.ts';
import { registerSharingRoutes } from './routes.ts';
import { openSharing } from './sharing.ts';

interface SharingOptions {
  readonly dataFolder: string;
  readonly origins: readonly string[];
  readonly limits: Limits;
  readonly lowestClient: number;
}

/** Opens what the hub keeps when it gets ready, and closes it after the last answer. */
export function registerSharing(hub: FastifyInstance, options: SharingOptions): void {
  const { dataFolder, origins, limits, lowestClient } = options;
  hub.register(async (api) => {
    await api.register(rateLimit, { global: false });
    const sharing = await openSharing(dataFolder, limits);
    const closeControl = await openControl(dataFolder, sharing);
    const doors = makeDoors(api, sharing, limits);
    api.addHook('preClose', async () => sharing.moves.stop());
    api.addHook('onClose', async () => {
      await closeControl();
      await sharing.stop();
    });
    // Once more, since an address can be spelled in other ways, too.
    api.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    api.addHook('onRequest', checkOrigin(origins));
    api.addHook('onRequest', doors.anyAddress);
    api.addHook('onRequest', checkClient(lowestClient));
    api.addHook('preParsing', unpackBody);
    api.addHook('onSend', packAnswer);
    registerSharingRoutes(api, sharing, doors);
  });
}
