import { hasForbiddenCharacters, tidy } from '#kernel';
import type { FieldProblem } from '#kernel';
import { checkPerson, checkTravelDocument, isProblems, lineOfText, phoneNumber } from '#people';
import type { CheckedTravelDocument, CountryTable, TravelDocumentInput } from '#people';
import type { CheckedDetails, ConsentInput, DetailsInput, FilledIn } from './details.js';
import type { KeptConsent } from './registration.entity.js';

export interface DetailsContext {
  readonly countries: CountryTable;
  readonly now: Date;
  /** Today in the conference's zone, YYYY-MM-DD. */
  readonly today: string;
  /** Residence as known so far: a phone number in national form is read as one of it. */
  readonly residence: string | null;
  /** Consents given earlier; they stay where no list is given. */
  readonly consents: readonly KeptConsent[];
}

const LONGEST_NOTE = 1_000;
const MOST_LANGUAGES = 20;
const MOST_CONSENTS = 20;

/** A good value that is a list itself, told apart from a list of problems. */
interface Listed<T> {
  readonly list: T[];
}

/** The columns that are one line of text each. */
const lines = ['organisation', 'jobTitle'] as const;
const notes = ['dietaryNeeds', 'accessNeeds'] as const;

/** Checks what was typed, each part by itself: what is good is in `checked`, what is not in `problems` under its path. Answers are the form's to check. */
export function checkDetails(input: DetailsInput, context: DetailsContext): { checked: CheckedDetails; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const keep = <T>(value: T | readonly FieldProblem[]): T | undefined => {
    if (!isProblems(value)) return value;
    problems.push(...value);
    return undefined;
  };
  const person = keep(checkPerson(input, context.countries)) ?? {};
  const columns: { -readonly [Column in keyof FilledIn]?: FilledIn[Column] } = {};
  const set = <Column extends keyof FilledIn>(column: Column, value: FilledIn[Column] | undefined): void => {
    if (value !== undefined) columns[column] = value;
  };
  set('phone', keep(phone(input.phone, person.residence ?? context.residence)));
  for (const column of lines) set(column, keep(line(input[column], column)));
  for (const column of notes) set(column, keep(note(input[column], column)));
  set('locale', keep(locale(input.locale)));
  set('interpretation', keep(interpretation(input.interpretation)));
  set('languages', keep(languages(input.languages))?.list);
  const travelDocument = keep(document(input.travelDocument, context));
  set('consents', keep(consents(input.consents, context))?.list);
  return { checked: { person, columns, ...(travelDocument === undefined ? {} : { travelDocument }) }, problems };
}

function phone(typed: string | null | undefined, residence: string | null): string | null | undefined | readonly FieldProblem[] {
  if (typed === undefined || typed === null) return typed;
  if (typed.trim() === '') return null;
  return phoneNumber(typed, residence) ?? [{ path: 'phone', code: 'phone.malformed' }];
}

function line(typed: string | null | undefined, path: string): string | null | undefined | readonly FieldProblem[] {
  if (typed === undefined || typed === null) return typed;
  const text = lineOfText(typed);
  if (text !== undefined) return text;
  return [hasForbiddenCharacters(tidy(typed)) ? { path, code: 'forbidden-characters' } : { path, code: 'too-long', data: { max: 200 } }];
}

/** Several lines are welcome: tabs and line ends count as space. */
function note(typed: string | null | undefined, path: string): string | null | undefined | readonly FieldProblem[] {
  if (typed === undefined || typed === null) return typed;
  const text = typed.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
  if (text.length > LONGEST_NOTE) return [{ path, code: 'too-long', data: { max: LONGEST_NOTE } }];
  if (hasForbiddenCharacters(text.replace(/[\n\t]/gu, ' '))) return [{ path, code: 'forbidden-characters' }];
  return text === '' ? null : text;
}

function locale(tag: string | null | undefined): string | undefined | readonly FieldProblem[] {
  if (tag === undefined || tag === null) return undefined;
  return canonicalTag(tag) ?? [{ path: 'locale', code: 'locale-unknown' }];
}

function interpretation(tag: string | null | undefined): string | null | undefined | readonly FieldProblem[] {
  if (tag === undefined || tag === null) return tag;
  if (tag.trim() === '') return null;
  return canonicalTag(tag) ?? [{ path: 'interpretation', code: 'locale-unknown' }];
}

function languages(tags: readonly string[] | null | undefined): Listed<string> | undefined | readonly FieldProblem[] {
  if (tags === undefined) return undefined;
  if (tags === null) return { list: [] };
  if (tags.length > MOST_LANGUAGES) return [{ path: 'languages', code: 'too-many', data: { max: MOST_LANGUAGES } }];
  const known = tags.map(canonicalTag);
  const wrong = known.flatMap((tag, index) => (tag === undefined ? [{ path: `languages.${index}`, code: 'locale-unknown' }] : []));
  return wrong.length > 0 ? wrong : { list: [...new Set(known.filter((tag) => tag !== undefined))] };
}

function canonicalTag(tag: string): string | undefined {
  try {
    return tag.length > 35 ? undefined : Intl.getCanonicalLocales(tag.trim())[0];
  } catch {
    return undefined;
  }
}

function document(typed: TravelDocumentInput | null | undefined, { countries, today }: DetailsContext): CheckedTravelDocument | null | undefined | readonly FieldProblem[] {
  return typed === undefined || typed === null ? typed : checkTravelDocument(typed, countries, today);
}

/** The list is the whole: what is not in it is taken back; the first time an unchanged text was agreed to counts. */
function consents(given: readonly ConsentInput[] | null | undefined, { consents: kept, now }: DetailsContext): Listed<KeptConsent> | undefined | readonly FieldProblem[] {
  if (given === undefined) return undefined;
  if (given === null) return { list: [] };
  if (given.length > MOST_CONSENTS) return [{ path: 'consents', code: 'too-many', data: { max: MOST_CONSENTS } }];
  const wrong = given.filter(({ key, textVersion }) => !/^[a-z0-9.-]{1,60}$/.test(key) || !/^[\w.:/-]{1,60}$/.test(textVersion));
  if (wrong.length > 0) return wrong.map(({ key }) => ({ path: `consents.${key}`, code: 'malformed' }));
  const before = new Map(kept.map((consent) => [`${consent.key} ${consent.textVersion}`, consent]));
  const all = new Map(given.map(({ key, textVersion }) => [key, before.get(`${key} ${textVersion}`) ?? { key, textVersion, givenAt: now.toISOString() }]));
  return { list: [...all.values()] };
}
