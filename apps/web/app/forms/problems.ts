/** A problem of one field as the API says it. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What an action gives back to its page when something stands in the way: what was typed is shown again. */
export interface FormAnswer {
  readonly message?: string | undefined;
  readonly problems: readonly Problem[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Everything typed into a form, so that nothing is lost when the page comes back. Files cannot be shown again. */
export function typedIn(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') (values[name] ??= []).push(value);
  }
  return values;
}

/** One line of a form, trimmed; empty counts as not given. */
export function line(form: FormData, name: string): string | null {
  const value = form.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** All chosen values of one name. */
export function chosen(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');
}

/** The id of a field's input, which the summary on top links to. */
export function fieldId(path: string): string {
  return `f-${path.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}
