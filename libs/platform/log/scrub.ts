const ADDRESS = /[^\s<>"'()=,;:]+@[^\s<>"'()=,;:]+/gu;
const LONG_NUMBER = /\+?\d[\d ()-]{5,}\d/gu;
const TOKEN = /[A-Za-z0-9_-]{40,}/gu;
const DOCUMENT = /\b[A-Z]{1,3}\d{5,9}\b/gu;
const ID_OR_INSTANT = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+Z?)?/giu;

// Words in a field's name that say that its value is about a person, or opens a door.
const PRIVATE = /name|address|mail|phone|passport|document|birth|token|password|secret|cookie|authori[sz]ation|body|subject|html|diet|answers?$|payload|parameters|url$/i;
const PUBLIC_NAMES = new Set(['jobName', 'operationName', 'sweep', 'hostname', 'errorName']);

/** Free text as a log may keep it: mail addresses, phone and document numbers and long tokens are blotted out; our own ids stay. */
export function scrub(text: string): string {
  let rest = '';
  let from = 0;
  for (const match of text.matchAll(ID_OR_INSTANT)) {
    rest += blot(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return rest + blot(text.slice(from));
}

function blot(text: string): string {
  return text.replace(ADDRESS, '[address]').replace(TOKEN, '[token]').replace(DOCUMENT, '[document]').replace(LONG_NUMBER, '[number]');
}

/** Fields as a log may keep them: what a private word names is left out, at any depth, and every text is scrubbed. */
export function scrubFields(fields: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  const kept = Object.entries(fields).map(([key, value]): [string, unknown] => {
    if (PRIVATE.test(key) && !PUBLIC_NAMES.has(key) && value !== undefined) return [key, '[private]'];
    return [key, scrubValue(value, depth)];
  });
  return Object.fromEntries(kept);
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrub(value);
  if (value instanceof Error) return describeFault(value);
  if (value instanceof Date || typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth >= 4) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((part) => scrubValue(part, depth + 1));
  return scrubFields({ ...value }, depth + 1);
}

/** A fault as a log may keep it: its kind, scrubbed text and places in the code; never a statement's parameters. */
export function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { type: typeof fault, message: scrub(String(fault)) };
  const places = (fault.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12);
  const known: Record<string, unknown> = { type: fault.name, message: scrub(fault.message), stack: places.join('\n') };
  for (const key of ['code', 'constraint', 'table', 'column', 'responseCode', 'command'] as const) {
    const value: unknown = key in fault ? fault[key as keyof typeof fault] : undefined;
    if (typeof value === 'string' || typeof value === 'number') known[key] = value;
  }
  if (fault.cause instanceof Error && fault.cause !== fault) known['cause'] = describeFault(fault.cause);
  return known;
}
