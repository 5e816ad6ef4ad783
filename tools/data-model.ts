import { writeFileSync } from 'node:fs';
import { dataModelPage } from './data-model/page.ts';

/** `npm run docs`: writes docs/data-model.md anew. A test fails while it is not what this makes. */
const page = dataModelPage();
writeFileSync(new URL('../docs/data-model.md', import.meta.url), page);
console.log(`docs/data-model.md: ${page.split('\n').length} lines`);
