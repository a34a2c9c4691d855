import { graphql } from '../../api/graphql.js';
import type { ResultOf, VariablesOf } from '../../api/graphql.js';

export const EditedCategory = graphql(`
  query EditedCategory($slug: String!) {
    conference(slug: $slug) {
      id slug title locales timeZone state
      categories {
        id key title description needsApproval invitationOnly opensAt closesAt isOpen waitlistLimit offerMinutes asksTravelDocument places { size taken waiting }
        form { version questions { key kind label hint required options { key label } condition { question equalsAny } } }
        formVersions { version createdAt registrations }
      }
    }
  }
`);
export const DefineCategory = graphql(`
  mutation ChangeCategory($input: DefineCategoryInput!) {
    result: defineCategory(input: $input) { __typename ... on Refusal { code message } ... on InvalidInput { problems { path message } } }
  }
`);

type Conference = NonNullable<ResultOf<typeof EditedCategory>['conference']>;
export type CategoryData = Conference['categories'][number];
export type QuestionData = CategoryData['form']['questions'][number];
export type QuestionKind = QuestionData['kind'];
export type CategoryInput = VariablesOf<typeof DefineCategory>['input'];

export const KINDS: readonly QuestionKind[] = ['TEXT', 'LONG_TEXT', 'CHOICE', 'CHOICES', 'YES_NO', 'DATE', 'COUNTRY', 'ORGANISATION', 'FILE'];

/** A category as it stands, as it would be described anew: what a form does not say stays so. */
export function described(conferenceId: string, { key, title, description, places, needsApproval, invitationOnly, opensAt, closesAt, waitlistLimit, offerMinutes, asksTravelDocument, form }: CategoryData): CategoryInput {
  return { conferenceId, key, title, description, capacity: places.size, needsApproval, invitationOnly, opensAt, closesAt, waitlistLimit, offerMinutes, asksTravelDocument, questions: [...form.questions] };
}
