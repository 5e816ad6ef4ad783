import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import type { Fix } from '#services/services.ts';
import { useServices } from '#services/use-services.ts';

export interface WhereAmI {
  readonly fix: Fix | undefined;
  readonly failure: Failure | undefined;
  readonly isLooking: boolean;
  /** Asks the phone; only ever because a button was pressed. */
  look(): Promise<Fix | undefined>;
}

export function useWhereAmI(): WhereAmI {
  const { where } = useServices();
  const [fix, setFix] = useState(() => where.recent());
  const [failure, setFailure] = useState<Failure>();
  const [isLooking, setLooking] = useState(false);
  const look = async (): Promise<Fix | undefined> => {
    setLooking(true);
    setFailure(undefined);
    const found = await where.locate();
    setLooking(false);
    if (!found.ok) {
      setFailure(found.error);
      return undefined;
    }
    setFix(found.value);
    return found.value;
  };
  return { fix, failure, isLooking, look };
}
