import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { packFileName } from '../src/base/pack-file-name.ts';

const options = { cacheControl: false, dotfiles: 'ignore' } as const;

/**
 * The map packs an operator has made (`npm run pack`): a list, and the files in parts, so that a
 * phone that lost its signal goes on where it was.
 */
export function registerPackFiles(hub: FastifyInstance, folder: string): void {
  hub.get('/api/packs', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    if (!existsSync(join(folder, 'index.json'))) return [];
    return reply.sendFile('index.json', folder, options);
  });
  hub.get<{ Params: { file: string } }>('/api/packs/:file', async ({ params: { file } }, reply) => {
    reply.header('cache-control', 'no-cache');
    if (!packFileName.test(file) || !existsSync(join(folder, file)))
      return reply.code(404).send({ error: 'not-found' });
    return reply.sendFile(file, folder, options);
  });
}
