export interface Violation {
  readonly rule: string;
  /** `path:line` or a path. */
  readonly at: string;
  readonly what: string;
}

export function violation(rule: string, path: string, what: string, line?: number): Violation {
  return { rule, at: line === undefined ? path : `${path}:${line}`, what };
}
