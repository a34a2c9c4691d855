import type { Block, FilledText } from '#mail';
import { bareBody } from '#mail';
import { markdownBlocks } from './markdown-blocks.js';
import { MARK, MARKED_LINK } from './placeholder-text.js';
import type { MarkedText } from './placeholder-text.js';

interface Form {
  readonly fixed: readonly string[];
  /** Which value stands in each gap. */
  readonly gaps: readonly number[];
}

interface Forms {
  readonly blocks: readonly Block[];
  readonly html: Form;
  readonly text: Form;
}

const MOST_FORMS = 200;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * The bodies of one template in one language. Markdown is read and laid out once for each way in which its conditions may
 * fall; a letter then costs the filling in of its values, which are escaped and never read as Markdown.
 */
export class LetterForms {
  private readonly forms = new Map<string, Forms>();

  constructor(private readonly locale: string) {}

  /** `blocks` fills them when asked, for those who set the letter in another way. @throws ForbiddenLink */
  fill({ marked, values }: MarkedText): { readonly html: FilledText; readonly text: FilledText; readonly blocks: () => readonly Block[] } {
    const { html, text, blocks } = this.formsOf(marked);
    return {
      blocks: () => filledIn(blocks, values),
      html: { fixed: html.fixed, filled: html.gaps.map((gap) => escaped(values[gap] ?? '')) },
      text: { fixed: text.fixed, filled: text.gaps.map((gap) => values[gap] ?? '') },
    };
  }

  private formsOf(marked: string): Forms {
    const known = this.forms.get(marked);
    if (known !== undefined) return known;
    const blocks = markdownBlocks(marked);
    const { html, text } = bareBody(blocks, this.locale);
    const forms = { blocks, html: cut(isolated(html)), text: cut(text) };
    if (this.forms.size >= MOST_FORMS) this.forms.clear();
    this.forms.set(marked, forms);
    return forms;
  }
}

const EVERY_GAP = new RegExp(`${MARKED_LINK.source}|${MARK.source}`, 'g');

/** The same thing with its values in place of their marks, however deep they lie. */
function filledIn<Thing>(thing: Thing, values: readonly string[]): Thing {
  if (typeof thing === 'string') return thing.replace(EVERY_GAP, (_found, link: string | undefined, mark: string | undefined) => values[Number(link ?? mark)] ?? '') as Thing;
  if (Array.isArray(thing)) return thing.map((part: unknown) => filledIn(part, values)) as Thing;
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).map(([key, part]: [string, unknown]) => [key, filledIn(part, values)])) as Thing;
}

function cut(marked: string): Form {
  const fixed: string[] = [];
  const gaps: number[] = [];
  let end = 0;
  for (const found of marked.matchAll(EVERY_GAP)) {
    fixed.push(marked.slice(end, found.index));
    gaps.push(Number(found[1] ?? found[2]));
    end = found.index + found[0].length;
  }
  return { fixed: [...fixed, marked.slice(end)], gaps };
}

// A name of another direction does not turn the words around it (UAX #9); an address stands in an attribute.
function isolated(html: string): string {
  return html.replace(EVERY_GAP, (found) => (found.startsWith('https:') ? found : `<bdi>${found}</bdi>`));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
