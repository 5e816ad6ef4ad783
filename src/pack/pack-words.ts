import { isJsonObject, type Json } from '#base/json.ts';

/** Said when a pack does not say whose data it is: all packs we know of come from there. */
export const defaultAttribution = '© OpenStreetMap contributors';

const entities: Readonly<Record<string, string>> = {
  '&copy;': '©',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&#169;': '©',
};

/** Plain words out of what map makers write as markup; at most `lettersMax` letters. */
export function plainWords(value: Json | undefined, lettersMax: number): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, 4000)
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&#?\w{1,8};/g, (entity) => entities[entity] ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, lettersMax)
    .trim();
}

/** "newport-pill.pmtiles" → "newport-pill": at least a name its owner knows. */
export const nameFromFile = (fileName: string): string =>
  plainWords(fileName.replace(/\.[a-z0-9]{1,10}$/i, ''), 80) || fileName.slice(0, 80);

/** Ids of the layers a pack says it holds; undefined when it does not say. */
export function layerIds(metadata: Json): readonly string[] | undefined {
  const layers = isJsonObject(metadata) ? metadata['vector_layers'] : undefined;
  if (!Array.isArray(layers)) return undefined;
  return (layers as readonly Json[])
    .slice(0, 200)
    .flatMap((layer) =>
      isJsonObject(layer) && typeof layer['id'] === 'string' ? [layer['id']] : [],
    );
}
