import type { Places } from '#pack/places.ts';

const openStreetMap = '© OpenStreetMap contributors';

/**
 * What Ordnance Survey asks to be shown with Code-Point Open, for the year of the data
 * (ordnancesurvey.co.uk, "Copyright acknowledgements").
 */
const codePoint = (year: string): string =>
  [
    `Contains OS data © Crown copyright and database right ${year}`,
    `Royal Mail data © Royal Mail copyright and database right ${year}`,
    `National Statistics data © Crown copyright and database right ${year}`,
  ].join('; ');

/** Whose data a pack is made of. `postcodesYear` only where an official list of them was used. */
export const attributionFor = (postcodesYear: string | undefined): string =>
  postcodesYear ? `${openStreetMap}. ${codePoint(postcodesYear)}` : openStreetMap;

/** 1234 → "1,234". */
export const counted = (count: number): string => count.toLocaleString('en-GB');

/** How many houses there are in all groups. */
export const homesIn = ({ groups }: Places): number =>
  groups.reduce((sum, { homes }) => sum + homes.length, 0);

/** "Pill, Newport" → "pill-newport". */
export const fileNameFor = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'neighbourhood'}.pmtiles`;
};
