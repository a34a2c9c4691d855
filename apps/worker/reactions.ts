import type { Reaction } from '#platform';

/** Who reacts to what: each line makes a job of a fact, `reaction(fact, job, (recorded) => payload)`. */
export const reactions: readonly Reaction[] = [];
