import { fallbacksOf } from '#i18n';
import type { Block, FilledText } from '#mail';
import { ForbiddenLink } from './markdown-blocks.js';
import { LetterForms } from './letter-form.js';
import { LONGEST_TEXT, PlaceholderText } from './placeholder-text.js';
import type { TextProblem } from './placeholder-text.js';
import { OF_INVITATIONS, scopeOf } from './placeholders.js';
import type { Placeholder, PlaceholderValues } from './placeholders.js';
import { EMPTY_VALUES, FULL_VALUES } from './sample-values.js';

/** A template in one language. Subject and preheader are lines of text, the body is Markdown; all may hold placeholders. */
export interface TemplateText {
  readonly subject: string;
  readonly preheader: string;
  readonly body: string;
}

/** BCP 47 tag to what is written in it. */
export type TemplateTexts = Readonly<Record<string, TemplateText>>;

export const TEXT_PARTS = ['subject', 'preheader', 'body'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];
export const LONGEST_LINE = 300;

/** A problem of one part of one language's text. */
export interface PartProblem extends Omit<TextProblem, 'code'> {
  readonly locale: string;
  readonly part: TextPart;
  readonly code: TextProblem['code'] | 'required' | 'too-long' | 'template.link-forbidden' | 'template.one-line' | 'template.too-much' | 'template.no-invitation';
}

export interface FilledLetter {
  /** The language it is written in. */
  readonly locale: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: FilledText;
  readonly text: FilledText;
  readonly blocks: () => readonly Block[];
}

/** The language in which a reader is written to: the reader's own, then the same language elsewhere, then the template's order. */
export function versionFor(locales: readonly string[], fallbacks: readonly string[], reader: string): string | undefined {
  const language = reader.split('-')[0];
  return [reader, ...fallbacksOf(reader).filter((tag) => tag !== 'en' || language === 'en')].find((tag) => locales.includes(tag))
    ?? locales.find((tag) => tag.split('-')[0] === language)
    ?? fallbacks.find((tag) => locales.includes(tag)) ?? locales[0];
}

interface Version {
  readonly parts: Readonly<Record<TextPart, PlaceholderText>>;
  readonly forms: LetterForms;
}

/** A template with all its languages parsed: made once for a mailing or a preview. */
export class CompiledTemplate {
  private constructor(private readonly versions: ReadonlyMap<string, Version>, private readonly fallbacks: readonly string[]) {}

  /** @throws Error where a text has problems, which `problemsOf` would have told */
  static of(texts: TemplateTexts, fallbacks: readonly string[]): CompiledTemplate {
    const versions = Object.entries(texts).map(([locale, text]) => [locale, versionOf(locale, text)] as const);
    return new CompiledTemplate(new Map(versions), fallbacks);
  }

  get locales(): readonly string[] {
    return [...this.versions.keys()];
  }

  /** The placeholders that any of its languages uses. */
  get uses(): ReadonlySet<Placeholder> {
    return new Set([...this.versions.values()].flatMap(({ parts }) => TEXT_PARTS.flatMap((part) => [...parts[part].uses])));
  }

  versionFor(reader: string): string {
    return versionFor(this.locales, this.fallbacks, reader) ?? 'en';
  }

  /** The letter to one reader. `valuesIn`: the values in the language that is chosen. @throws Error where it cannot be written */
  fill(reader: string, valuesIn: (locale: string) => PlaceholderValues): FilledLetter {
    const locale = this.versionFor(reader);
    const version = this.versions.get(locale);
    if (version === undefined) throw new Error('a template without a language');
    const scope = scopeOf(valuesIn(locale));
    const { parts, forms } = version;
    return { locale, subject: parts.subject.plain(scope).trim(), preheader: parts.preheader.plain(scope).trim(), ...forms.fill(parts.body.mark(scope)) };
  }
}

function versionOf(locale: string, text: TemplateText): Version {
  const parsed = (part: TextPart): PlaceholderText => {
    const found = PlaceholderText.parse(text[part]);
    if (!(found instanceof PlaceholderText)) throw new Error(`the ${part} in ${locale} has ${found[0]?.code ?? 'a problem'}`);
    return found;
  };
  return { parts: { subject: parsed('subject'), preheader: parsed('preheader'), body: parsed('body') }, forms: new LetterForms(locale) };
}

/** All that is wrong with a template, so that nothing of it is found out when it is being sent. */
export function problemsOf(texts: TemplateTexts, isInvitation: boolean): readonly PartProblem[] {
  return Object.entries(texts).flatMap(([locale, text]) => {
    const found = TEXT_PARTS.flatMap((part) => partProblems(locale, part, text[part], isInvitation));
    return found.length > 0 ? found : trialProblems(locale, text);
  });
}

function partProblems(locale: string, part: TextPart, text: string, isInvitation: boolean): readonly PartProblem[] {
  const at = { locale, part, line: 1, column: 1, name: '' };
  if (text.trim() === '') return part === 'preheader' ? [] : [{ ...at, code: 'required' }];
  if (text.length > (part === 'body' ? LONGEST_TEXT : LONGEST_LINE)) return [{ ...at, code: 'too-long' }];
  if (part !== 'body' && /[\r\n\u2028\u2029]/u.test(text)) return [{ ...at, code: 'template.one-line' }];
  const parsed = PlaceholderText.parse(text);
  if (!(parsed instanceof PlaceholderText)) return parsed.map((problem) => ({ ...problem, locale, part }));
  const foreign = isInvitation ? [] : OF_INVITATIONS.filter((name) => parsed.uses.has(name));
  return foreign.map((name) => ({ ...at, code: 'template.no-invitation', name }));
}

// Written once with every value and once with none, which takes both ways of most conditions.
function trialProblems(locale: string, text: TemplateText): readonly PartProblem[] {
  const at = { locale, line: 1, column: 1 };
  try {
    const template = CompiledTemplate.of({ [locale]: text }, []);
    for (const values of [FULL_VALUES, EMPTY_VALUES]) template.fill(locale, () => values);
    return template.fill(locale, () => FULL_VALUES).subject === '' ? [{ ...at, part: 'subject', code: 'required', name: '' }] : [];
  } catch (fault) {
    return fault instanceof ForbiddenLink
      ? [{ ...at, part: 'body', code: 'template.link-forbidden', name: fault.url.replace(/https:\/\/link\.invalid\/|[\uE000-\uE001]/g, '').slice(0, 80) }]
      : [{ ...at, part: 'body', code: 'template.too-much', name: '' }];
  }
}
