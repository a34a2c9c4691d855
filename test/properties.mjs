// `npm run properties -- --seed N --steps N`: the random histories of libs/places at length, on a throwaway database.
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { continueOnPinnedNode, install } from '../apps/launcher/prepare.mjs';

const { values } = parseArgs({ options: { seed: { type: 'string' }, steps: { type: 'string' } } });
for (const [name, value] of Object.entries(values)) {
  if (!/^\d{1,9}$/.test(value)) {
    console.error(`--${name} is a whole number`);
    process.exit(2);
  }
}
await install();
await continueOnPinnedNode(fileURLToPath(import.meta.url), ['--no-warnings']);
if (values.seed) process.env.PROPERTIES_SEED = values.seed;
process.env.PROPERTIES_STEPS = values.steps ?? '10000';
const { main } = await import('./suite.mjs');
process.exit(await main(['--only', 'jest', '--', 'libs/places/properties', '--verbose']));
