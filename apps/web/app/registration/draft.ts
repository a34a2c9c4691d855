import { graphql } from '../api/graphql.js';
import type { ResultOf } from '../api/graphql.js';

/** Everything the steps of the journey show of a registration. */
export const Draft = graphql(`
  query Draft($id: ID!) {
    registration(id: $id) {
      id code state isEditable version phone organisation jobTitle languages interpretation dietaryNeeds accessNeeds
      person { nationality residence names { native latinFamily latinGiven order salutation badge full fullLatin } }
      travelDocument { kind maskedNumber issuedBy expiresOn }
      answers { question text choices date yes country file { id name } }
      consents { key textVersion }
      conference { slug title timeZone locales documentsKeptDays }
      category { key title asksTravelDocument places { remaining lineOpen } form { version questions { key kind label hint required options { key label } condition { question equalsAny } } } }
    }
  }
`);

export type DraftData = NonNullable<ResultOf<typeof Draft>['registration']>;

export const UpdateDraft = graphql(`
  mutation UpdateDraft($input: UpdateRegistrationInput!) {
    result: updateRegistration(input: $input) {
      __typename
      ... on Registration { id }
      ... on Refusal { code message }
      ... on InvalidInput { problems { path message } }
    }
  }
`);

export const SubmitDraft = graphql(`
  mutation SubmitDraft($input: SubmitRegistrationInput!, $key: String) {
    result: submitRegistration(input: $input, idempotencyKey: $key) {
      __typename
      ... on Registration { id state }
      ... on Refusal { code message }
      ... on InvalidInput { problems { path message } }
      ... on NoPlaces { remaining lineOpen }
      ... on AlreadyRegistered { registration { id } }
    }
  }
`);

/** A topic a page, in this order; a category may leave some out. */
export const STEPS = ['names', 'contact', 'document', 'questions', 'consent', 'review'] as const;
export type Step = (typeof STEPS)[number];

export function stepsOf(draft: DraftData): readonly Step[] {
  return STEPS.filter((step) => {
    if (step === 'document') return draft.category.asksTravelDocument;
    if (step === 'questions') return draft.category.form.questions.length > 0;
    return true;
  });
}

const STEP_OF: Readonly<Partial<Record<string, Step>>> = { names: 'names', travelDocument: 'document', answers: 'questions', consents: 'consent' };

/** The page on which a field of the api's is filled in. */
export function stepOf(path: string): Step {
  return STEP_OF[path.split('.')[0] ?? ''] ?? 'contact';
}

/** The version of the privacy text that the consent page shows. */
export const PRIVACY_VERSION = '2026-01';
