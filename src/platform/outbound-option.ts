type Way = (address: string | Request, init?: RequestInit) => Promise<Response>;

/**
 * How a library is told to ask for nothing by itself but through what it is handed. The word for
 * it may stand beside the one door only, so that no other file can reach the network.
 */
export const goingOutBy = (way: Way) => ({ fetch: way });
