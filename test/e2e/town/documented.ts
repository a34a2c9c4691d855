/** One example of docs/api.md: what is sent, as whom, and what is answered. */
export interface Example {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly variables: object;
  /** The `data` of the answer; `<name>` stands for a value that is met again, `…` for any. */
  readonly answer: unknown;
}

/** Values of placeholders met so far, by name. */
export type Bound = Map<string, string>;

const PLACEHOLDER = /<([^<>]+)>/g;

/** Reads the examples: under each `###` heading an optional `http` block, a `graphql` block, `json` variables, and a `json` answer. */
export function examplesIn(markdown: string): readonly Example[] {
  return markdown.split(/^### /m).slice(1).flatMap((section) => {
    const title = section.slice(0, section.indexOf('\n')).trim();
    const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
    const query = blocks.find(({ language }) => language === 'graphql')?.text;
    if (query === undefined) return [];
    const json = blocks.filter(({ language }) => language === 'json').map(({ text }) => JSON.parse(text) as unknown);
    const headers = (blocks.find(({ language }) => language === 'http')?.text ?? '').split('\n').filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
    return [{ title, headers: Object.fromEntries(headers), query, variables: (json.length > 1 ? json[0] : {}) as object, answer: json.at(-1) }];
  });
}

/** The names of placeholders in a text that are not bound yet. */
export function unboundIn(text: string, bound: Bound): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].filter((name) => !bound.has(name));
}

/** A text with its placeholders filled in. @throws Error for one that nothing has bound */
export function filled(text: string, bound: Bound): string {
  const [missing] = unboundIn(text, bound);
  if (missing !== undefined) throw new Error(`nothing says what <${missing}> is`);
  return text.replace(PLACEHOLDER, (_, name: string) => bound.get(name) ?? '');
}

/** What differs between a documented answer and the real one; placeholders met for the first time are bound on the way. */
export function differences(expected: unknown, actual: unknown, bound: Bound, path = 'data'): readonly string[] {
  if (expected === '…') return actual === undefined ? [`${path} is missing`] : [];
  const name = typeof expected === 'string' ? /^<([^<>]+)>$/.exec(expected)?.[1] : undefined;
  if (name !== undefined && typeof actual === 'string' && !bound.has(name)) {
    bound.set(name, actual);
    return [];
  }
  if (typeof expected === 'string' && typeof actual === 'string') {
    return filled(expected, bound) === actual ? [] : [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
  }
  if (isRecord(expected) && isRecord(actual)) {
    return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) => differences(expected[key], actual[key], bound, `${path}.${key}`));
  }
  return Object.is(expected, actual) ? [] : [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
