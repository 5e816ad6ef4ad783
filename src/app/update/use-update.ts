import { useSyncExternalStore } from 'react';
import { onUpdateChanged, readUpdate, type UpdateState } from './update-state.ts';

export const useUpdate = (): UpdateState => useSyncExternalStore(onUpdateChanged, readUpdate);
