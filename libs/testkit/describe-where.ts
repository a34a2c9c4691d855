type Describe = (name: string, body: () => void) => void;

interface TestGlobals {
  readonly describe: Describe & { readonly skip: Describe };
}

/**
 * The one way to leave tests out: where `condition` does not hold they are counted as skipped, and their name says why.
 * `const whereRedis = describeWhere(hasRedis(), 'redis-server is not installed');`
 */
export function describeWhere(condition: boolean, reason: string): Describe {
  return (name, body) => {
    // Only a run of Jest has them; this module is also loaded by scripts.
    const { describe } = globalThis as unknown as TestGlobals;
    if (condition) describe(name, body);
    else describe.skip(`${name} (skipped: ${reason})`, body);
  };
}
