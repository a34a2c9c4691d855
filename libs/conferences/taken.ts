import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { brokenConstraint } from '#platform';

/**
 * Turns the fault of a unique index into the refusal that says which field is taken: two who ask at once both find it
 * free, and the index decides.
 */
export async function refusingTaken<T>(constraints: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (fault) {
    const path = constraints[brokenConstraint(fault) ?? ''];
    if (path === undefined) throw fault;
    return invalid([{ path, code: 'slug-taken' }]);
  }
}
