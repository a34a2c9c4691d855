// `npm run schema` writes apps/api/schema.graphql and apps/api/graphql/schema.gen.ts; with `--check` it compares them instead.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { buildASTSchema, extendSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { readSdl, undescribed } from './sdl.ts';

const SCALARS = { DateTime: 'Date', Date: 'string', LocalDateTime: 'string', LocalizedText: 'LocalizedText', Json: 'unknown', ID: 'string' };
const NOTICE = 'Written by `npm run schema` from apps/api/*/*.graphql.';

const sdl = readSdl();
const missing = undescribed(sdl);
const schema = lexicographicSortSchema(wholeSchema(sdl));
const written = {
  'apps/api/schema.graphql': `# ${NOTICE}\n\n${printSchema(schema)}\n`,
  'apps/api/graphql/schema.gen.ts': await types(schema),
};

if (process.argv.includes('--check')) {
  const stale = Object.entries(written).filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text).map(([file]) => file);
  for (const name of missing) console.error(`${name} has no description`);
  for (const file of stale) console.error(`${file} is not what the SDL says: run \`npm run schema\``);
  process.exitCode = missing.length + stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of Object.entries(written)) writeFileSync(file, text);
  for (const name of missing) console.warn(`${name} has no description`);
}

/** Definitions first, so that a context may extend what a later file defines. */
function wholeSchema(text) {
  const document = parse(text);
  const extensions = document.definitions.filter((node) => node.kind.endsWith('Extension'));
  const definitions = document.definitions.filter((node) => !node.kind.endsWith('Extension'));
  const base = buildASTSchema({ ...document, definitions }, { assumeValidSDL: true });
  return extendSchema(base, { ...document, definitions: extensions });
}

async function types(whole) {
  const config = {
    scalars: SCALARS, enumsAsTypes: true, useTypeImports: true, skipTypename: true, immutableTypes: true,
    avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: true }, maybeValue: 'T | null', inputMaybeValue: 'T | null | undefined',
  };
  const text = await codegen({
    filename: 'schema.gen.ts', schema: parse(printSchema(whole)), schemaAst: whole, documents: [], config, pluginMap: { typescript }, plugins: [{ typescript: config }],
  });
  return `// ${NOTICE}\nimport type { LocalizedText } from '#kernel';\n\n${text.trim()}\n`;
}
