/** Made by `npm run demo`; a test holds the sizes. Served from where the app itself came from. */
export const madeUpFiles = {
  records: { address: '/demo/pont-dychmyg.json', bytes: 188_107 },
  pack: { address: '/demo/pont-dychmyg.pmtiles', bytes: 124_524 },
} as const;

export const madeUpBytes = madeUpFiles.records.bytes + madeUpFiles.pack.bytes;
