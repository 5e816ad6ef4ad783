import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demoFiles, makeDemo } from './demo/make-demo.ts';
import { counted } from './pack/words.ts';

/** `npm run demo`: writes the made-up neighbourhood anew. A test fails while it is not what this makes. */
const root = join(import.meta.dirname, '..');
const demo = await makeDemo();

for (const part of ['osm', 'pack', 'book'] as const) {
  const path = join(root, demoFiles[part]);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, demo[part]);
  console.log(`${demoFiles[part]}: ${counted(Buffer.byteLength(demo[part]))} bytes`);
}
