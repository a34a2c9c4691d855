import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';

export const EditedConference = graphql(`
  query EditedConference($slug: String!) {
    conference(slug: $slug) {
      id slug state version title theme description practicalInformation city country timeZone startsOn endsOn locales personsPerAccount editableUntil documentsKeptDays
      hosts { role name website }
    }
  }
`);
export const UpdateConference = graphql(`
  mutation EditConference($input: UpdateConferenceInput!) {
    result: updateConference(input: $input) { __typename ... on Refusal { code message } ... on InvalidInput { problems { path message } } }
  }
`);
export type ConferenceData = NonNullable<ResultOf<typeof EditedConference>['conference']>;

/** The texts of a conference in the order in which readers meet them. */
export const TEXTS = ['title', 'theme', 'city', 'description', 'practicalInformation'] as const;

/** The languages in which texts are missing that are there in another, with how many: hosts' names are texts too. */
export function missingTexts({ locales, hosts, ...conference }: ConferenceData): readonly { readonly locale: string; readonly count: number }[] {
  const texts = [...TEXTS.map((name) => conference[name]), ...hosts.map(({ name }) => name)].filter((text) => Object.keys(text ?? {}).length > 0);
  return locales.map((locale) => ({ locale, count: texts.filter((text) => (text?.[locale] ?? '') === '').length })).filter(({ count }) => count > 0);
}
