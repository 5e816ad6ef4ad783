import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Sharing, SharingNow } from './sharing/sharing.ts';
import { useServices } from './use-services.ts';

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
