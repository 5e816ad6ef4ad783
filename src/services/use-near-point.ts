import { useState } from 'react';
import type { Failure, Result } from '#base/result.ts';
import type { Point } from '#search/query.ts';
import type { Fix } from './services.ts';
import { useReadGist } from './use-register-gist.ts';
import { useServices } from './use-services.ts';

export interface NearPoint {
  /** A fix younger than ten minutes, else the register's centre, else nothing. */
  readonly point: Point | undefined;
  readonly from: 'here' | 'centre' | 'nowhere' | 'not read yet';
  /** Asks the phone where it is; only ever from a button. */
  locate(): Promise<Result<Fix, Failure>>;
}

/** What "nearest first" and distances are measured from. */
export function useNearPoint(): NearPoint {
  const { where } = useServices();
  const { isRead, gist } = useReadGist();
  const [fix, setFix] = useState(() => where.recent());
  const locate = async () => {
    const found = await where.locate();
    if (found.ok) setFix(found.value);
    return found;
  };
  if (fix) return { point: { lon: fix.lon, lat: fix.lat }, from: 'here', locate };
  const centre = gist?.centre;
  if (centre) return { point: { lon: centre[0], lat: centre[1] }, from: 'centre', locate };
  return { point: undefined, from: isRead ? 'nowhere' : 'not read yet', locate };
}
