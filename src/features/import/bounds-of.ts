import type { FoundThing } from '#formats/geojson-things.ts';
import type { CheckedFile } from './checked-file.ts';
import { foundLine } from './twin-lines.ts';

/** The box around the spots of a map file: only of what lies in it can it be told what has gone. */
export function boundsOf(things: readonly FoundThing[]): Pick<CheckedFile, 'bounds'> {
  const lines = things.map(foundLine).filter(({ lon }) => lon !== undefined);
  if (lines.length === 0) return {};
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const { lon = 0, lat = 0 } of lines) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return { bounds: box };
}
