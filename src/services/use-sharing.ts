import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Sharing, SharingNow } from './sharing/sharing.ts';
import { useBook, useOpened, useServices } from './use-services.ts';

const never = () => () => {};

/** The open register's sharing; undefined while its code comes, and where no hub is set. */
export function useSharing(): Sharing | undefined {
  const { share } = useServices();
  const [sharing, setSharing] = useState<Sharing>();
  useEffect(() => {
    let isGone = false;
    void share.open().then((opened) => {
      if (!isGone) setSharing(opened);
    });
    return () => {
      isGone = true;
    };
  }, [share]);
  return sharing;
}

/** What is true of it now, while somebody looks. */
export function useSharingNow(sharing: Sharing | undefined): SharingNow | undefined {
  return useSyncExternalStore(sharing?.listen ?? never, () => sharing?.read());
}

/** Whether another tab takes the open register off this phone, or has done so. */
export function useIsTakenOff(): boolean {
  const { device } = useOpened();
  const { registerId } = useBook();
  const isHere = async () => {
    const row = await device.keys.get(registerId);
    return row !== undefined && row.madeUp !== 'part';
  };
  return useLiveQuery(isHere, [device, registerId]) === false;
}
