import type { Refusal } from '#kernel';

/**
 * A refusal where no type of the schema can carry it: thrown by a query or by a field's resolver it becomes an error with
 * `extensions.code` and a sentence in the caller's language; thrown inside a mutation it becomes its refusal.
 */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}
