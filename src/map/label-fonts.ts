import latin400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import latin600 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff2?url';
import more400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2?url';
import more600 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-600-normal.woff2?url';
import type { FontFacesSpecification } from 'maplibre-gl';

/** Names the style asks for; what the files do not cover is drawn in the phone's own sans-serif. */
export const plainLabels = 'Atkinson Regular';
export const boldLabels = 'Atkinson SemiBold';

const latin = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+2000-206F', 'U+20AC', 'U+2122'];
const more = ['U+0100-02BA', 'U+02BD-02DD', 'U+1E00-1E9F', 'U+1EF2-1EFF', 'U+2C60-2C7F'];

/** The same files the screens use, so nothing is fetched that the worker does not hold already. */
export function labelFonts(page: string): FontFacesSpecification {
  const face = (url: string, range: string[]) => ({
    url: new URL(url, page).href,
    'unicode-range': range,
  });
  return {
    [plainLabels]: [face(latin400, latin), face(more400, more)],
    [boldLabels]: [face(latin600, latin), face(more600, more)],
  };
}
