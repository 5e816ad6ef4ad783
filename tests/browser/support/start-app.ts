import { createHub, type HubOptions, type HubRequest } from '../../../hub/create-hub.ts';
import { ensureBuilt } from '../../../hub/ensure-built.ts';

export interface RunningApp {
  readonly origin: string;
  /** Every request the hub has seen since the start or the last `forgetRequests`. */
  readonly requests: readonly HubRequest[];
  readonly forgetRequests: () => void;
  /** Puts another build on the same address, as a release does; maybe with other wishes. */
  readonly release: (dist: string, wishes?: HubWishes) => Promise<void>;
  readonly stop: () => Promise<void>;
}

type HubWishes = Pick<HubOptions, 'lowestClient'>;

/** The built app behind the real hub on a free port. Builds it first when its sources changed. */
interface Given {
  readonly dist?: string;
  /** What the hub keeps, such as map packs. */
  readonly dataFolder?: string;
}

export async function startApp({ dist: built, dataFolder }: Given = {}): Promise<RunningApp> {
  const requests: HubRequest[] = [];
  const serve = async (
    dist: string,
    port: number,
    wishes: HubWishes = {},
  ): Promise<ReturnType<typeof createHub>> => {
    const onRequest = (request: HubRequest) => requests.push(request);
    const hub = createHub({ dist, onRequest, ...wishes, ...(dataFolder && { dataFolder }) });
    await hub.listen({ port, host: 'localhost' });
    return hub;
  };
  let hub = await serve(built ?? (await ensureBuilt()).dist, 0);
  const [address] = hub.addresses();
  const port = typeof address === 'object' ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    requests,
    forgetRequests: () => requests.splice(0),
    release: async (dist, wishes) => {
      await hub.close();
      hub = await serve(dist, port, wishes);
    },
    stop: () => hub.close(),
  };
}
