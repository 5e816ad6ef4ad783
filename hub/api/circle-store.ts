import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { Sharing } from '../sharing.ts';
import type { CircleStore } from '../storage/hub-storage.ts';
import { readAs } from './answer.ts';

const circleSchema = v.object({ circle: v.string() });

/** The circle in the address; the door has let the caller in. */
export const circleIn = (request: FastifyRequest): string =>
  readAs(circleSchema, request.params)?.circle ?? '';

export const withCircle = <T>(
  { storage }: Sharing,
  request: FastifyRequest,
  work: (store: CircleStore) => Promise<T>,
): Promise<T> => storage.use(circleIn(request), work);

/** `_id` of a document. */
export const documentIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
export const revSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}-[0-9a-f]{32}$/));
