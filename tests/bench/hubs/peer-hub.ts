/**
 * A process of its own: `peer-hub.ts <folder> [sure]`. express-pouchdb 4.2.0 with what PouchDB itself
 * needs, over PouchDB 9 and LevelDB as `pouchdb-adapter-leveldb` joins them; `sure` makes each write
 * wait for the disk, as our hub's do.
 */
import { createServer } from 'node:http';
import expressPouch from 'express-pouchdb';
import leveldown from 'leveldown';
import levelPouch from 'pouchdb-adapter-leveldb-core';
import PouchDB from 'pouchdb-core';
import { durableLevel } from '../../../hub/storage/durable-level.ts';
import { answerParent } from './answer-parent.ts';

const [folder = '', how] = process.argv.slice(2);

function plainLevel(
  this: unknown,
  options: Readonly<Record<string, unknown>>,
  ready: (error: unknown, api?: unknown) => void,
): void {
  levelPouch.call(this, { ...options, db: how === 'sure' ? durableLevel : leveldown }, ready);
}
plainLevel.valid = () => true;
plainLevel.use_prefix = false;
PouchDB.plugin((pouch: PouchDB.Static) => pouch.adapter('plain-level', plainLevel, true));

const Kept = PouchDB.defaults({ prefix: `${folder}/` });
const server = createServer(expressPouch(Kept, { mode: 'minimumForPouchDB' }));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  answerParent(typeof address === 'object' && address ? address.port : 0);
});
