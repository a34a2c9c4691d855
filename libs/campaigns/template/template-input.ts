import { isLocale } from '#i18n';
import { hasForbiddenCharacters, tidy } from '#kernel';
import type { FieldProblem } from '#kernel';
import type { Purpose } from '../campaign.status.js';
import { problemsOf, TEXT_PARTS } from './compiled-template.js';
import type { TemplateText, TemplateTexts } from './compiled-template.js';
import type { Attachable } from './mail-template.entity.js';

/** A template as staff hand it in. */
export interface TemplateInput {
  readonly name: string;
  readonly what: Purpose;
  readonly texts: readonly (TemplateText & { readonly locale: string })[];
  /** In the order of `texts` where absent. */
  readonly fallbacks?: readonly string[] | undefined;
  readonly attaches?: readonly Attachable[] | undefined;
}

export const LONGEST_NAME = 120;

/** What is wrong with it, each at its field: `texts.fr.body`. `data` of a placeholder's problem names it with line and column. */
export function templateProblems(input: TemplateInput): readonly FieldProblem[] {
  const locales = input.texts.map(({ locale }) => locale);
  const problems: FieldProblem[] = [...nameProblems(input.name)];
  if (locales.length === 0) problems.push({ path: 'texts', code: 'required' });
  for (const [at, locale] of locales.entries()) {
    if (!isLocale(locale)) problems.push({ path: `texts.${locale}`, code: 'locale-unknown' });
    if (locales.indexOf(locale) < at) problems.push({ path: `texts.${locale}`, code: 'locale-twice' });
  }
  for (const tag of input.fallbacks ?? []) if (!locales.includes(tag)) problems.push({ path: 'fallbacks', code: 'locale-unknown' });
  for (const { locale, ...text } of input.texts) {
    for (const part of TEXT_PARTS) if (hasForbiddenCharacters(text[part].replace(/[\r\n\t]/g, ' '))) problems.push({ path: `texts.${locale}.${part}`, code: 'forbidden-characters' });
  }
  const found = problemsOf(textsOf(input), input.what === 'INVITATION' || input.what === 'REMINDER');
  return [...problems, ...found.map(({ locale, part, code, name, line, column }) => ({
    path: `texts.${locale}.${part}`, code, data: code === 'too-long' ? { max: part === 'body' ? 20_000 : 300 } : { name, line, column },
  }))];
}

export function nameProblems(name: string): readonly FieldProblem[] {
  if (tidy(name) === '') return [{ path: 'name', code: 'required' }];
  if (name.length > LONGEST_NAME) return [{ path: 'name', code: 'too-long', data: { max: LONGEST_NAME } }];
  return hasForbiddenCharacters(name) ? [{ path: 'name', code: 'forbidden-characters' }] : [];
}

/** The texts as they are kept: NFC, lines ending alike. */
export function textsOf({ texts }: Pick<TemplateInput, 'texts'>): TemplateTexts {
  return Object.fromEntries(texts.map(({ locale, subject, preheader, body }) =>
    [locale, { subject: tidyLine(subject), preheader: tidyLine(preheader), body: body.normalize('NFC').replace(/\r\n?/g, '\n').trim() }]));
}

function tidyLine(text: string): string {
  return text.normalize('NFC').trim();
}

/** What of a template its row holds. */
export function templateColumns(input: TemplateInput): { name: string; what: Purpose; texts: TemplateTexts; fallbacks: string[]; attaches: Attachable[] } {
  const order = [...input.fallbacks ?? [], ...input.texts.map(({ locale }) => locale)];
  return { name: tidy(input.name), what: input.what, texts: textsOf(input), fallbacks: [...new Set(order)], attaches: [...new Set(input.attaches ?? [])] };
}
