import type { FieldProblem, LocalizedText } from '#kernel';
import { isTimeZone, isWebsite } from './address.rules.js';
import type { HostRole } from './host.entity.js';
import { hostRoles } from './host.entity.js';
import { isCalendarDate } from './shift.rules.js';
import { canonicalLocale, checkOptionalText, checkText, problemsOf, valueOf } from './texts.rules.js';
import type { Checked } from './texts.rules.js';

export interface HostInput {
  readonly role: HostRole;
  readonly name: LocalizedText;
  readonly website?: string | null | undefined;
}

export interface CheckedHost {
  readonly role: HostRole;
  readonly name: LocalizedText;
  readonly website: string | null;
}

/** What can be written of a conference at any time; absent fields stay as they are. */
export interface ConferenceTexts {
  readonly title?: LocalizedText;
  readonly theme?: LocalizedText | null;
  readonly description?: LocalizedText | null;
  readonly practicalInformation?: LocalizedText | null;
  readonly city?: LocalizedText;
}

type Typed<T> = { readonly [Key in keyof T]?: T[Key] | null | undefined };

/** Checks the texts that are there; null empties those that may be empty. */
export function checkTexts(input: Typed<ConferenceTexts>): Checked<ConferenceTexts> {
  const title = input.title === undefined ? undefined : checkText(input.title, 'title', 'line');
  const theme = input.theme === undefined ? undefined : checkOptionalText(input.theme, 'theme', 'line');
  const description = input.description === undefined ? undefined : checkOptionalText(input.description, 'description', 'page');
  const information = input.practicalInformation;
  const practical = information === undefined ? undefined : checkOptionalText(information, 'practicalInformation', 'page');
  const city = input.city === undefined ? undefined : checkText(input.city, 'city', 'line');
  const problems = problemsOf(...[title, theme, description, practical, city].filter((check) => check !== undefined));
  if (problems.length > 0) return { problems };
  return {
    value: {
      ...(title === undefined ? {} : { title: valueOf(title) }),
      ...(theme === undefined ? {} : { theme: valueOf(theme) }),
      ...(description === undefined ? {} : { description: valueOf(description) }),
      ...(practical === undefined ? {} : { practicalInformation: valueOf(practical) }),
      ...(city === undefined ? {} : { city: valueOf(city) }),
    },
  };
}

const LONGEST_DAYS = 366;

/** First and last day: dates that exist, in order, within a year. */
export function dateProblems(startsOn: string, endsOn: string): readonly FieldProblem[] {
  const malformed = Object.entries({ startsOn, endsOn }).filter(([, date]) => !isCalendarDate(date));
  if (malformed.length > 0) return malformed.map(([path]) => ({ path, code: 'date-malformed' }));
  if (endsOn < startsOn) return [{ path: 'endsOn', code: 'ends-before-start' }];
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000;
  return days > LONGEST_DAYS ? [{ path: 'endsOn', code: 'too-large', data: { max: LONGEST_DAYS } }] : [];
}

export function zoneProblems(timeZone: string): readonly FieldProblem[] {
  return isTimeZone(timeZone) ? [] : [{ path: 'timeZone', code: 'zone-unknown' }];
}

/** Shape only: which countries there are is for the people's table to say, and a host's is not in doubt. */
export function countryProblems(country: string): readonly FieldProblem[] {
  return /^[A-Z]{2}$/.test(country) ? [] : [{ path: 'country', code: 'unknown' }];
}

const MOST_LOCALES = 20;
const MOST_PERSONS = 1_000;

/** Languages in fallback order, in canonical spelling, each once, at least one. */
export function checkLocales(locales: readonly string[]): Checked<string[]> {
  if (locales.length === 0) return { problems: [{ path: 'locales', code: 'required' }] };
  if (locales.length > MOST_LOCALES) return { problems: [{ path: 'locales', code: 'too-many', data: { max: MOST_LOCALES } }] };
  const canonical = locales.map(canonicalLocale);
  const problems = canonical.flatMap((tag, index) => (tag === undefined ? [{ path: `locales.${index}`, code: 'locale-unknown' }] : []));
  return problems.length > 0 ? { problems } : { value: [...new Set(canonical.filter((tag) => tag !== undefined))] };
}

export function personsProblems(count: number): readonly FieldProblem[] {
  if (count < 1) return [{ path: 'personsPerAccount', code: 'too-small', data: { min: 1 } }];
  return count > MOST_PERSONS ? [{ path: 'personsPerAccount', code: 'too-large', data: { max: MOST_PERSONS } }] : [];
}

const MOST_HOSTS = 100;

/** Hosts in the order in which they are to be named. */
export function checkHosts(hosts: readonly HostInput[]): Checked<readonly CheckedHost[]> {
  if (hosts.length > MOST_HOSTS) return { problems: [{ path: 'hosts', code: 'too-many', data: { max: MOST_HOSTS } }] };
  const checks = hosts.map(({ role, name, website }, index) => {
    const path = `hosts.${index}`;
    const text = checkText(name, `${path}.name`, 'line');
    const page = (website ?? '').trim();
    const problems = [
      ...(hostRoles.includes(role) ? [] : [{ path: `${path}.role`, code: 'unknown' }]),
      ...problemsOf(text),
      ...(page === '' || isWebsite(page) ? [] : [{ path: `${path}.website`, code: 'host.website' }]),
    ];
    return { problems, host: { role, name: 'value' in text ? text.value : {}, website: page === '' ? null : page } };
  });
  const problems = checks.flatMap((check) => check.problems);
  return problems.length > 0 ? { problems } : { value: checks.map(({ host }) => host) };
}
