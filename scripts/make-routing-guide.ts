// Writes docs/guides/routing.md and routing.fa.md: how the five cases of the demo are routed, from its world and the interface's own sentences. npx node scripts/make-routing-guide.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routingGuide } from '../tests/world/routing-guide.ts';

const folder = join(import.meta.dirname, '../docs/guides');
writeFileSync(join(folder, 'routing.md'), routingGuide('en'));
writeFileSync(join(folder, 'routing.fa.md'), routingGuide('fa'));
console.log('docs/guides/routing.md and routing.fa.md are written.');
