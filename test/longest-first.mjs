/** The specs that take a minute or more, longest first; then those of test/, which start whole systems; then the rest. */
const LONGEST = ['demo.e2e', 'demo-killed', 'pages.spec', 'job-queue', 'engine-faults', 'last-places', 'first-start', 'late-worker', 'properties.db', 'bench.spec', 'two-at-once', 'contention'];

/** The order in which Jest's workers take the specs: one long spec that came last would be waited for alone. */
export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => place(one.path) - place(other.path) || one.path.localeCompare(other.path));
  }

  allFailedTests(tests) {
    return tests;
  }

  /** Nothing is remembered between runs: a fresh clone and the hundredth run play the same order. */
  cacheResults() {}
}

function place(path) {
  const found = LONGEST.findIndex((name) => path.includes(name));
  if (found >= 0) return found;
  return LONGEST.length + (path.includes('/test/') ? 0 : 1);
}
