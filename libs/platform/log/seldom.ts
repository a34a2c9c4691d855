/**
 * Tells of a fault that comes many times a second (a lost connection that is tried again) at once, then at most every
 * `everyMs` with the number of those kept back, so that the log stays readable while something is down.
 */
export function seldom(everyMs: number, tell: (fault: unknown, keptBack: number) => void, now: () => number = Date.now): (fault: unknown) => void {
  let nextAt = -Infinity;
  let keptBack = 0;
  return (fault) => {
    if (now() < nextAt) {
      keptBack += 1;
      return;
    }
    nextAt = now() + everyMs;
    tell(fault, keptBack);
    keptBack = 0;
  };
}
