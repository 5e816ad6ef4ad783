import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '#base/json.ts';
import { idOf } from './written.ts';

/** Drawn once, by a few lines of program, 480×360 and 120×90: a photo of a place that is not cannot be taken. */
const names = ['footbridge', 'mural'] as const;
type PictureName = (typeof names)[number];

const base64Of = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../pictures/${name}.webp`)).toString('base64');

const idOfPicture = (name: PictureName): string => idOf(`photo/${name}`);

/** The `photos` of a record: one picture, and what is to be seen on it. */
export const picture = (name: PictureName, words: string): JsonObject => ({
  photos: [
    {
      id: idOfPicture(name),
      thumb: `data:image/webp;base64,${base64Of(`${name}-small`)}`,
      width: 480,
      height: 360,
      words,
    },
  ],
});

/** The pictures themselves, by the id their record names. */
export const pictures: ReadonlyMap<string, string> = new Map(
  names.map((name) => [idOfPicture(name), base64Of(name)]),
);
