import { chosen, line } from '../../forms/problems.js';
import { bothLanguages } from '../languages-field.js';
import { KINDS } from './category-data.js';
import type { QuestionData } from './category-data.js';

type Questions = readonly QuestionData[];
type Condition = QuestionData['condition'];

/** How conditions are ticked: the key of the question and the answer, as in `outlet:print`. */
export const TICK = /^([a-z0-9-]+):(.+)$/;

/** The question some places further down, or up where negative; beyond either end nothing changes. */
export function moved(questions: Questions, key: string, by: number): QuestionData[] {
  const from = questions.findIndex((one) => one.key === key);
  const [question, there] = [questions[from], questions[from + by]];
  if (question === undefined || there === undefined) return [...questions];
  return questions.filter((one) => one !== question).toSpliced(from + by, 0, question);
}

/** How many places a form moves a question: one by its buttons, as many as it says where it was dragged. */
export function placesIn(form: FormData): number {
  const places = Number(line(form, 'places') ?? 1);
  return Number.isInteger(places) && places > 0 ? places : 1;
}

/** In the place of the one of that key; a new one comes last. */
export function put(questions: Questions, question: QuestionData, key: string | null): QuestionData[] {
  return key === null ? [...questions, question] : questions.map((one) => (one.key === key ? question : one));
}

/** The question that a form describes, or nothing where answers of two questions are ticked as its condition. */
export function questionIn(form: FormData, earlier: Questions): QuestionData | undefined {
  const condition = conditionIn(form);
  if (condition === undefined) return undefined;
  const label = bothLanguages(form, 'label') ?? {};
  const kind = KINDS.find((one) => one === form.get('kind')) ?? 'TEXT';
  const key = line(form, 'key') ?? shortName(label, earlier.map((one) => one.key), 'question');
  return { key, kind, label, hint: bothLanguages(form, 'hint'), required: form.get('required') === 'yes', options: kind === 'CHOICE' || kind === 'CHOICES' ? optionsIn(form) : [], condition };
}

function optionsIn(form: FormData): QuestionData['options'] {
  const options: QuestionData['options'][number][] = [];
  for (let row = 0; form.has(`options.${row}.key`); row += 1) {
    const label = bothLanguages(form, `options.${row}.label`);
    if (label !== null) options.push({ key: line(form, `options.${row}.key`) ?? shortName(label, options.map(({ key }) => key), 'choice'), label });
  }
  return options;
}

/** Null is no condition, nothing one that looks at two questions. */
function conditionIn(form: FormData): Condition | undefined {
  const ticks = chosen(form, 'condition').flatMap((tick) => { const [, question = '', answer = ''] = TICK.exec(tick) ?? []; return question === '' ? [] : [{ question, answer }]; });
  const codes = [...form.keys()].filter((name) => name.startsWith('countries.')).flatMap((name) =>
    (line(form, name) ?? '').toUpperCase().split(/[\s,，、]+/).filter((code) => code !== '').map((answer) => ({ question: name.slice('countries.'.length), answer })));
  const all = [...ticks, ...codes];
  const questions = new Set(all.map(({ question }) => question));
  const [question] = questions;
  if (question === undefined) return null;
  return questions.size > 1 ? undefined : { question, equalsAny: all.map(({ answer }) => answer) };
}

const LONGEST = 40;

/** A short name made of a text in Latin letters, or numbered where there is none; like no other one. */
export function shortName(label: Readonly<Record<string, string>>, taken: readonly string[], otherwise: string): string {
  const words = (label['en'] ?? Object.values(label)[0] ?? '').normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST).replace(/^-+|-+$/g, '');
  const base = words === '' ? otherwise : words;
  for (let n = 1; ; n += 1) {
    const name = n === 1 && words !== '' ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}

/** Which question a problem of the api is about, and what is left of its path. */
export function questionOfPath(path: string): { readonly index: number; readonly rest: string } | undefined {
  const [, index, rest = ''] = /^questions\.(\d+)\.?(.*)$/.exec(path) ?? [];
  return index === undefined ? undefined : { index: Number(index), rest };
}
