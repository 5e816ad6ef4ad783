/** A process of its own: `node --import tsx hub-process.ts <dist> <data folder> <port>`. */
import { createHub } from '../../../../hub/create-hub.ts';

const [dist = '', dataFolder = '', port = '0'] = process.argv.slice(2);
const hub = createHub({ dist, dataFolder });
await hub.listen({ port: Number(port), host: '127.0.0.1' });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await hub.close();
    process.exit(0);
  });
const address = hub.server.address();
console.log(`open ${typeof address === 'object' ? address?.port : ''}`);
