import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataModelPage } from './data-model/page.ts';

/** `npm run docs`: writes docs/data-model.md anew. A test fails while it is not what this makes. */
const page = dataModelPage();
writeFileSync(join(import.meta.dirname, '../docs/data-model.md'), page);
console.log(`docs/data-model.md: ${page.split('\n').length} lines`);
