import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sharing } from '../sharing.ts';
import { refuse } from './answer.ts';
import { leaverOf } from './doors.ts';

/** For the phone of an account that was ended; nobody else comes so far. */
export const readFarewell =
  ({ farewells }: Sharing) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { register, account } = leaverOf(request);
    const farewell = await farewells.read(register, account);
    return farewell === undefined ? refuse(reply, 401, 'unauthorized') : { farewell };
  };
