/** A process of its own: `our-hub.ts <folder>`. The hub as it is started, but for its limits. */
import { join } from 'node:path';
import { createHub } from '../../../hub/create-hub.ts';
import { answerParent } from './answer-parent.ts';

const [folder = ''] = process.argv.slice(2);
const many = 1_000_000_000;
const hub = createHub({
  dist: folder,
  dataFolder: join(folder, 'data'),
  limits: { perAddress: many, perAccount: many },
});
await hub.listen({ port: 0, host: '127.0.0.1' });
const [address] = hub.addresses();
answerParent(typeof address === 'object' ? address.port : 0);
