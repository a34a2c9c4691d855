/** What a refusal carries besides its code: plain values for the message and for the screen. */
export type RefusalData = Readonly<Record<string, unknown>>;

/** An expected "no": data with a stable code, never an exception. Returned inside a unit of work, it rolls back. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly data: RefusalData;
}

export function refuse<Code extends string>(code: Code, data: RefusalData = {}): Refusal<Code> {
  return { refused: code, data };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string';
}

/** One thing wrong with one field: `path` as in GraphQL input ("names.latin.family"), `code` from the catalogue `problems`. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly data?: RefusalData;
}

/** Bad input, field by field, so that a form can show each problem beside its field and lose nothing typed. */
export function invalid(problems: readonly FieldProblem[]): Refusal<'input.invalid'> {
  return refuse('input.invalid', { problems });
}
