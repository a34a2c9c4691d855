// Jest's runtime with the modules of the house loaded by Node itself, once a worker, instead of anew for every spec inside a vm context.
// Loading the 3,700 modules of a whole api was half of what unit tests used; see docs/decisions/tests.md.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import JestRuntime from 'jest-runtime';

const FAST_CHECK = new URL('fast-check.mjs', import.meta.url).href;
const GLOBALS = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'test'];
const BUILT_IN = ['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Function', 'Map', 'Number', 'Object', 'Promise', 'RegExp', 'Set', 'String', 'TypeError'];
const SPEC_OPTIONS = { supportsDynamicImport: true, supportsExportNamespaceFrom: true, supportsStaticESM: true, supportsTopLevelAwait: true };

/** Of the spec that runs at this moment: what describes it, what turns its sources into JavaScript. */
const now = { globals: {}, transformer: undefined };
const sourceMaps = new Map();
let specs = 0;

/** Modules stay loaded from one spec to the next, so what they import from @jest/globals looks up the spec that runs. */
Object.assign(globalThis, Object.fromEntries(GLOBALS.map((name) => [name, new Proxy(() => undefined, {
  apply: (_target, _self, args) => now.globals[name](...args),
  get: (_target, key) => now.globals[name][key],
})])));
const GLOBALS_MODULE = `export const { ${GLOBALS.join(', ')} } = globalThis;`;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: 'spec:globals', format: 'module', shortCircuit: true };
    if (specifier === 'fast-check') return { url: FAST_CHECK, format: 'module', shortCircuit: true };
    const found = next(fromSource(specifier, context.parentURL ?? ''), context);
    const spec = /\?spec=\d+$/.exec(context.parentURL ?? '');
    return spec !== null && isOurs(found.url) ? { ...found, url: found.url + spec[0] } : found;
  },
  load(url, context, next) {
    if (url === 'spec:globals') return { format: 'module', source: GLOBALS_MODULE, shortCircuit: true };
    if (!isOurs(url)) return next(url, context);
    const file = fileURLToPath(url);
    const { code, sourceMapPath } = now.transformer.transform(file, SPEC_OPTIONS, readFileSync(file, 'utf8'));
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
  constructor(config, environment, resolver, transformer, ...rest) {
    super(config, environment, resolver, transformer, ...rest);
    // Jest's own modules stay in their context; `expect.any(String)` is to mean the String that specs know.
    for (const name of BUILT_IN) environment.global[name] = globalThis[name];
    now.transformer = transformer;
  }

  setGlobalsForRuntime(globals) {
    now.globals = globals;
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
