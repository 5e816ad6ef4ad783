import { create } from 'zustand';
import type { MapView } from '#map/camera.ts';

interface CameraStore {
  /** Where each register's map was left, by register; gone with the tab. */
  readonly left: Readonly<Record<string, MapView>>;
  leave(register: string, view: MapView): void;
}

/** Coming back to the map, one finds it as one left it. */
export const useCamera = create<CameraStore>((set) => ({
  left: {},
  leave: (register, view) => set(({ left }) => ({ left: { ...left, [register]: view } })),
}));
