import { checkCatalogues, houseCatalogues } from '../check-catalogues.js';
import { coverage } from '../coverage.js';

// `npm run languages` says of each language how many of its texts are written, and which are not.
for (const { locale, wanted, missing } of coverage()) {
  const written = wanted - missing.length;
  process.stdout.write(`${locale.padEnd(8)} ${String(written).padStart(4)} of ${wanted}  ${((100 * written) / wanted).toFixed(1)} %\n`);
  for (const key of missing) process.stdout.write(`         ${key}\n`);
}
for (const problem of checkCatalogues(houseCatalogues())) process.stdout.write(`${problem}\n`);
