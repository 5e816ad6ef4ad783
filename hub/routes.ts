import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isScreenAddress } from '../src/base/screen-addresses.ts';
import { keepCheckpoint, readCheckpoint } from './api/checkpoints.ts';
import { readOne } from './api/database-one.ts';
import { about, readMany, tellChanges, welcome } from './api/database-read.ts';
import { tellMissing, writeDocuments } from './api/database-write.ts';
import type { Doors } from './api/doors.ts';
import { readFarewell } from './api/farewells.ts';
import { endInvite, makeInvite, postMessage, readMessages } from './api/invites.ts';
import { allowBeforehand } from './api/origins.ts';
import * as photos from './api/photos.ts';
import * as registers from './api/registers.ts';
import * as rings from './api/rings.ts';
import { bodySizes } from './limits.ts';
import { registerPackFiles } from './pack-files.ts';
import type { Sharing } from './sharing.ts';
import { registerStaticFiles, sendApp } from './static-files.ts';

interface Folders {
  readonly dist: string;
  readonly dataFolder?: string | undefined;
}

/** Every address the hub answers: these and those of sharing below. What is in neither is refused. */
export function registerRoutes(hub: FastifyInstance, { dist, dataFolder }: Folders): void {
  hub.get('/api/health', async () => ({ ok: true }));
  hub.get('/', (_request, reply) => sendApp(reply));
  registerStaticFiles(hub, dist);
  if (dataFolder) registerPackFiles(hub, join(dataFolder, 'packs'));
  hub.setNotFoundHandler(sendAppOrRefuse);
}

/** What needs a data folder: registers, accounts, invites, and PouchDB's nine under `/db/`. */
export function registerSharingRoutes(api: FastifyInstance, sharing: Sharing, doors: Doors): void {
  const by = (onRequest: Doors[keyof Doors], bodyLimit: number = bodySizes.small) => ({
    onRequest,
    bodyLimit,
    // A HEAD of a long answer would listen for ever.
    exposeHeadRoute: false,
  });
  api.options('/api/*', allowBeforehand);
  api.options('/db/', allowBeforehand);
  api.options('/db/*', allowBeforehand);

  api.post('/api/registers', by(doors.founder), registers.openRegister(sharing));
  const register = '/api/registers/:register';
  const account = `${register}/accounts/:account`;
  api.get(`${register}/accounts`, by(doors.inviter), registers.listAccounts(sharing));
  api.put(account, by(doors.inviter), registers.putAccount(sharing));
  api.patch(account, by(doors.inviter), registers.changeAccount(sharing));
  api.delete(account, by(doors.member, bodySizes.farewell), registers.endAccount(sharing));
  api.get(`${register}/farewell`, by(doors.leaver), readFarewell(sharing));
  api.post(`${register}/heads`, by(doors.member), registers.tellHeads(sharing));
  api.post(`${register}/buckets`, by(doors.member), registers.tellBuckets(sharing));
  api.get(`${register}/moved`, by(doors.member), registers.tellMoves(sharing));

  api.put(`${register}/ring`, by(doors.steward, bodySizes.ring), rings.putRing(sharing));
  api.delete(`${register}/ring`, by(doors.steward), rings.endRing(sharing));
  api.get(`${register}/ring`, by(doors.passerBy), rings.readRing(sharing));
  api.post(`${register}/recover`, by(doors.passerBy), rings.recover(sharing));

  const photo = `${register}/photos/:photo`;
  api.post(`${register}/photos/held`, by(doors.reader), photos.tellHeld(sharing));
  api.get(photo, by(doors.reader), photos.readPhoto(sharing));
  api.head(photo, by(doors.reader), photos.readPhoto(sharing));
  api.delete(photo, by(doors.inviter), photos.endPhoto(sharing));
  api.register(async (bytes) => {
    photos.takeSealedBytes(bytes);
    bytes.put(photo, by(doors.reader, bodySizes.photo), photos.putPhoto(sharing));
  });

  const invite = '/api/invites/:invite';
  api.put(invite, by(doors.account), makeInvite(sharing));
  api.delete(invite, by(doors.account), endInvite(sharing));
  api.get(`${invite}/messages`, by(doors.mailbox), readMessages(sharing));
  api.post(`${invite}/messages`, by(doors.mailbox, bodySizes.message), postMessage(sharing));

  const circle = '/db/:circle';
  api.get('/db/', by(doors.account), welcome(sharing));
  api.get(`${circle}/`, by(doors.circle), about(sharing));
  api.get(`${circle}/_local/:id`, by(doors.circle), readCheckpoint(sharing));
  api.put(`${circle}/_local/:id`, by(doors.circle), keepCheckpoint(sharing));
  api.post(`${circle}/_revs_diff`, by(doors.circle, bodySizes.batch), tellMissing(sharing));
  api.post(`${circle}/_bulk_docs`, by(doors.circle, bodySizes.batch), writeDocuments(sharing));
  api.get(`${circle}/_changes`, by(doors.circle), tellChanges(sharing));
  api.post(`${circle}/_bulk_get`, by(doors.circle), readMany(sharing));
  api.get(`${circle}/:document`, by(doors.circle), readOne(sharing));
}

const readOnly = 'GET, HEAD';

function sendAppOrRefuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isScreen = isScreenAddress(pathOf(request));
  if (request.method === 'GET' || request.method === 'HEAD') {
    if (isScreen) return sendApp(reply.code(200));
    // A person who mistyped gets the app, which says so in words and has the way back.
    return wantsPage(request) ? sendApp(reply.code(404)) : refuse(reply, 404, 'not-found');
  }
  const isKnown = isScreen || pathOf(request) === '/api/health';
  return isKnown
    ? refuse(reply.header('allow', readOnly), 405, 'method-not-allowed')
    : refuse(reply, 404, 'not-found');
}

const refuse = (reply: FastifyReply, code: number, error: string): FastifyReply =>
  reply.code(code).send({ error });

const wantsPage = (request: FastifyRequest): boolean =>
  !isForMachines(request.url) && request.headers['sec-fetch-dest'] === 'document';

/** Whether an address is asked by programs, whose answers nobody may keep. */
export const isForMachines = (url: string): boolean => /^\/(?:api|db)(?:[/?]|$)/.test(url);

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';
