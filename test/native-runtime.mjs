// Jest's runtime with modules loaded by Node itself, packages once a worker and ours once a spec, instead of all of them for every
// spec inside a vm context: loading the 3,700 modules of a whole api was half of what unit tests used (docs/decisions/native-tests.md).
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import JestRuntime from 'jest-runtime';

const FAST_CHECK = new URL('fast-check.mjs', import.meta.url).href;
const GLOBALS = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'test'];
const BUILT_IN = ['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Function', 'Map', 'Number', 'Object', 'Promise', 'RegExp', 'Set', 'String', 'TypeError'];
const SPEC_OPTIONS = { supportsDynamicImport: true, supportsExportNamespaceFrom: true, supportsStaticESM: true, supportsTopLevelAwait: true };

const GLOBALS_MODULE = `export const { ${GLOBALS.join(', ')} } = globalThis;`;

const sourceMaps = new Map();
/** Turns the sources of the spec that runs into JavaScript. */
let transformer;
let specs = 0;

registerHooks({
  resolve(specifier, context, next) {
    const [spec = ''] = /\?spec=\d+$/.exec(context.parentURL ?? '') ?? [];
    if (specifier === '@jest/globals') return { url: `spec:globals${spec}`, format: 'module', shortCircuit: true };
    if (specifier === 'fast-check') return { url: FAST_CHECK, format: 'module', shortCircuit: true };
    const found = next(fromSource(specifier, context.parentURL ?? ''), context);
    return isOurs(found.url) ? { ...found, url: found.url + spec } : found;
  },
  load(url, context, next) {
    if (url.startsWith('spec:globals')) return { format: 'module', source: GLOBALS_MODULE, shortCircuit: true };
    if (!isOurs(url)) return next(url, context);
    const file = fileURLToPath(url);
    const { code, sourceMapPath } = transformer.transform(file, SPEC_OPTIONS, readFileSync(file, 'utf8'));
    if (sourceMapPath) sourceMaps.set(url, sourceMapPath);
    return { format: 'module', source: code, shortCircuit: true };
  },
});

function isOurs(url) {
  return /\.tsx?(\?|$)/.test(url) && !url.includes('/node_modules/');
}

/** TypeScript names what it imports as it will be called when it is built. */
function fromSource(specifier, parent) {
  if (!isOurs(parent) || !/^\..*\.js$/.test(specifier)) return specifier;
  const source = specifier.replace(/\.js$/, '.ts');
  return existsSync(new URL(source, parent)) ? source : `${source}x`;
}

class NativeRuntime extends JestRuntime {
  constructor(config, environment, resolver, ofSpec, ...rest) {
    super(config, environment, resolver, ofSpec, ...rest);
    // Jest's own modules stay in their context; `expect.any(String)` is to mean the String that specs know.
    for (const name of BUILT_IN) environment.global[name] = globalThis[name];
    transformer = ofSpec;
  }

  setGlobalsForRuntime(globals) {
    for (const name of GLOBALS) globalThis[name] = globals[name];
    super.setGlobalsForRuntime(globals);
  }

  unstable_shouldLoadAsEsm(path) {
    return isOurs(path);
  }

  getSourceMaps() {
    return sourceMaps;
  }

  /** The spec itself is new each time; what it imports may be known already. */
  unstable_importModule(path) {
    specs += 1;
    return import(`${pathToFileURL(path).href}?spec=${specs}`);
  }
}

export { NativeRuntime as 'module.exports' };
