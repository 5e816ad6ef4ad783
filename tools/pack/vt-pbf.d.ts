declare module 'vt-pbf' {
  interface Layer {
    readonly features: readonly unknown[];
  }
  /** Tiles of geojson-vt, one per layer, as a vector tile. */
  export function fromGeojsonVt(
    layers: Readonly<Record<string, Layer>>,
    options?: { readonly version?: number; readonly extent?: number },
  ): Uint8Array<ArrayBuffer>;
}
