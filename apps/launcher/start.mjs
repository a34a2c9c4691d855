// `npm start`: installs and builds what is missing, then hands over to the launcher.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';
import { continueOnPinnedNode, install, root } from './prepare.mjs';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Huiguan needs Node 20 or newer to begin with; this is ${process.versions.node}.`);
  process.exit(1);
}
await install();
await continueOnPinnedNode(fileURLToPath(import.meta.url));
process.chdir(root);
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
if ((await buildIfStale()) !== 0) {
  console.error('The build failed: see the lines above.');
  process.exit(1);
}
await import('../../dist/apps/launcher/main.js');
