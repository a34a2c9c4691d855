import { Liquid, LiquidError } from 'liquidjs';
import type { Template } from 'liquidjs';
import { isPlaceholder } from './placeholders.js';
import type { Placeholder, Scope } from './placeholders.js';

/** Where in a text something stands, both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a text, and where. `name`: the placeholder, tag or filter. */
export interface TextProblem extends TextPlace {
  readonly code: 'template.placeholder-unknown' | 'template.tag-unknown' | 'template.filter-unknown' | 'template.malformed';
  readonly name: string;
}

/** A text with its values left out: each stands as a mark with its number. */
export interface MarkedText {
  readonly marked: string;
  readonly values: readonly string[];
}

/** Longest text of a template, in characters. */
export const LONGEST_TEXT = 20_000;

/** Conditions and notes: nothing that repeats, calls, reads files or sets values, so that time and length are bounded by the text's own. */
const TAGS = new Set(['if', 'unless', 'case', 'comment', '#']);
const FILTERS = new Set(['default', 'upcase', 'downcase', 'capitalize', 'strip', 'append', 'prepend', 'truncate']);

// Private use characters (Unicode 23.5): never part of a name, and Markdown takes them for letters.
const OPEN = '\uE000';
const CLOSE = '\uE001';
export const MARK = /\uE000(\d+)\uE001/;
/** An address in a marked text, so that whoever reads links sees one. */
export const MARKED_LINK = /https:\/\/link\.invalid\/\uE000(\d+)\uE001/;

let collected: string[] = [];
let marks = false;

function put(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (!marks || text === '') return text;
  const mark = `${OPEN}${collected.push(text) - 1}${CLOSE}`;
  return /^https?:\/\/\S+$/.test(text) ? `https://link.invalid/${mark}` : mark;
}

const engine = new Liquid({
  ownPropertyOnly: true, strictVariables: true, strictFilters: true, jsTruthy: true, templates: {}, outputEscape: put,
  parseLimit: LONGEST_TEXT, memoryLimit: 200_000, renderLimit: 5_000,
});
for (const tag of Object.keys(engine.tags)) if (!TAGS.has(tag)) Reflect.deleteProperty(engine.tags, tag);
for (const filter of Object.keys(engine.filters)) if (!FILTERS.has(filter)) Reflect.deleteProperty(engine.filters, filter);

/** A text with placeholders and conditions (Liquid), parsed once. An empty value is false in a condition. */
export class PlaceholderText {
  private constructor(private readonly template: Template[], readonly uses: ReadonlySet<Placeholder>) {}

  /** The text, or all that is wrong with it. */
  static parse(source: string): PlaceholderText | readonly TextProblem[] {
    if (MARK.test(source)) return [{ code: 'template.malformed', name: OPEN, line: 1, column: 1 }];
    try {
      const template = engine.parse(source);
      const found = Object.values(engine.analyzeSync(template).variables).flat()
        .map((variable) => ({ name: variable.toArray().map(String).join('.'), place: { line: variable.location.row, column: variable.location.col } }));
      const unknown = found.filter(({ name }) => !isPlaceholder(name));
      if (unknown.length > 0) return unknown.map(({ name, place }) => ({ code: 'template.placeholder-unknown', name, ...place }));
      return new PlaceholderText(template, new Set(found.map(({ name }) => name).filter(isPlaceholder)));
    } catch (fault) {
      return [problemOf(fault)];
    }
  }

  /** With the values put in, as a line of plain text. @throws Error where it takes too long or grows too large */
  plain(scope: Scope): string {
    return this.render(scope, false).marked;
  }

  /** With marks in place of the values, so that no value is ever read as Markdown. @throws as `plain` */
  mark(scope: Scope): MarkedText {
    return this.render(scope, true);
  }

  private render(scope: Scope, withMarks: boolean): MarkedText {
    collected = [];
    marks = withMarks;
    const marked: unknown = engine.renderSync(this.template, scope);
    return { marked: String(marked), values: collected };
  }
}

function problemOf(fault: unknown): TextProblem {
  const { token, message } = fault instanceof LiquidError ? { token: fault.token, message: fault.message } : { token: undefined, message: String(fault) };
  const [line = 1, column = 1] = token?.getPosition() ?? [];
  const [, tag] = /^tag "([^"]*)" not found/.exec(message) ?? [];
  if (tag !== undefined) return { code: 'template.tag-unknown', name: tag, line, column };
  const [, filter] = /^undefined filter: ([^,]*)/.exec(message) ?? [];
  if (filter !== undefined) return { code: 'template.filter-unknown', name: filter, line, column };
  return { code: 'template.malformed', name: message.split(/, line:|\n/)[0]?.slice(0, 120) ?? '', line, column };
}
