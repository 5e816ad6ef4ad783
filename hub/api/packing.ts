import { pipeline, Transform } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGunzip, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';

const packed = promisify(gzip);
/** Bytes: less is not worth it. */
const worthPacking = 1_400;
/** Sealed text has little to find; what is there the fastest level finds too. */
const level = constants.Z_BEST_SPEED;

const refusal = (statusCode: number): Error =>
  Object.assign(new Error('The body is refused.'), { statusCode });

/** Unpacks a gzipped body, and never more of it than the route takes. */
export async function unpackBody(
  request: FastifyRequest,
  _reply: FastifyReply,
  payload: RequestPayload,
): Promise<RequestPayload> {
  const coding = request.headers['content-encoding'];
  if (coding === undefined) return payload;
  if (coding !== 'gzip') throw refusal(415);
  const most = request.routeOptions.bodyLimit ?? 0;
  let seen = 0;
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      seen += chunk.length;
      done(seen > most ? refusal(413) : null, chunk);
    },
  });
  // Its failure is the stream's own, which the reader of the body hears.
  pipeline([payload, createGunzip(), counted], () => {});
  // Fastify compares this one with the length that was told.
  const receivedEncodedLength = Number(request.headers['content-length'] ?? 0);
  return Object.assign(counted, { receivedEncodedLength });
}

/** Packs an answer for whoever takes it. */
export async function packAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < worthPacking) return payload;
  reply.header('vary', 'accept-encoding, origin');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
  reply.header('content-encoding', 'gzip');
  return packed(payload, { level });
}
