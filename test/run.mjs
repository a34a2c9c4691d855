// `npm test` and `npm run jest`: installs what is missing, then continues on the pinned Node.
import { fileURLToPath } from 'node:url';
import { continueOnPinnedNode, install } from '../apps/launcher/prepare.mjs';

await install();
await continueOnPinnedNode(fileURLToPath(import.meta.url), ['--no-warnings']);
const { main } = await import('./suite.mjs');
process.exit(await main(process.argv.slice(2)));
