import { graphql } from '../api/graphql.js';
import type { ResultOf } from '../api/graphql.js';

/** Everything the desk sees of a registration; the document's number stays masked until it is revealed with a reason. */
export const TagsInUse = graphql(`query TagsInUse($id: ID!) { registrationTags(conferenceId: $id) { tag } }`);
export const NextInList = graphql(`
  query NextInList($id: ID!, $filter: RegistrationFilter, $sort: RegistrationSort, $after: String!) {
    registrations(conferenceId: $id, filter: $filter, sort: $sort, first: 1, after: $after) { edges { cursor node { id code person { names { full } } } } }
  }
`);
export const Desk = graphql(`
  query DeskRegistration($id: ID!) {
    registration(id: $id) {
      id code state allowedMoves email phone organisation jobTitle locale languages interpretation dietaryNeeds accessNeeds origin submittedAt tags
      person { nationality residence names { full fullLatin badge salutation } }
      travelDocument { kind maskedNumber issuedBy expiresOn }
      conference { id slug title timeZone } category { title form { questions { key label options { key label } } } }
      answers { question text choices date yes country file { name path } }
      history { to at by reason }
      agenda { id title startsAt state }
    }
  }
`);

export type DeskRegistration = NonNullable<ResultOf<typeof Desk>['registration']>;
