import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';

export const DeskConference = graphql(`
  query DeskConference($slug: String!) { conference(slug: $slug) { id title timeZone mayDraftCampaigns categories { key title } } }
`);
export const List = graphql(`
  query ConsoleRegistrations($id: ID!, $filter: RegistrationFilter, $sort: RegistrationSort, $first: Int!, $after: String) {
    registrations(conferenceId: $id, filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { id code state email organisation submittedAt tags person { nationality names { full fullLatin } } category { title } } }
    }
    registrationViews(conferenceId: $id) { id name }
    registrationTags(conferenceId: $id) { tag count }
    registrationRuns(conferenceId: $id, first: 5) { edges { node { id deed tag finishedAt stoppedAt progress { total done refused } } } }
  }
`);
export const OneView = graphql(`query OneView($id: ID!) { registrationView(id: $id) { id name search states categories nationalities tags sort columns } }`);
export const SaveView = graphql(`
  mutation SaveView($input: SaveRegistrationViewInput!) {
    result: saveRegistrationView(input: $input) { __typename ... on RegistrationView { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const DeleteView = graphql(`mutation DeleteView($id: ID!) { result: deleteRegistrationView(id: $id) { __typename ... on Refusal { message } } }`);
export const Approve = graphql(`mutation Approve($ids: [ID!]!) { result: approveRegistrations(ids: $ids) { __typename ... on RegistrationsDecided { outcomes { id refusal { message } } } ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
export const Decline = graphql(`mutation DeclineMany($ids: [ID!]!, $reason: String!) { result: declineRegistrations(ids: $ids, reason: $reason) { __typename ... on RegistrationsDecided { outcomes { id refusal { message } } } ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
export const StartRun = graphql(`
  mutation StartRun($input: StartRegistrationRunInput!, $key: String) {
    result: startRegistrationRun(input: $input, idempotencyKey: $key) { __typename ... on RegistrationRun { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const Runs = graphql(`
  query Runs($id: ID!, $filter: RegistrationFilter) {
    registrations(conferenceId: $id, filter: $filter, first: 1) { totalCount }
    registrationTags(conferenceId: $id) { tag }
    registrationRuns(conferenceId: $id, first: 20) { edges { node { id deed tag reason by createdAt finishedAt stoppedAt progress { total done refused } } } }
  }
`);
export const OneRun = graphql(`
  query OneRun($id: ID!, $after: String) {
    registrationRun(id: $id) {
      id deed tag reason by createdAt finishedAt stoppedAt progress { total done refused }
      refused(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { position registration { id code person { names { full } } } refusal { message } } } }
    }
  }
`);
export const StopRun = graphql(`mutation StopRun($id: ID!) { result: stopRegistrationRun(id: $id) { __typename ... on Refusal { message } } }`);

export type RegistrationRow = ResultOf<typeof List>['registrations']['edges'][number]['node'];
export type RunData = ResultOf<typeof Runs>['registrationRuns']['edges'][number]['node'];
export const DEEDS = ['APPROVE', 'DECLINE', 'CANCEL', 'SEND_LINK', 'TAG', 'UNTAG'] as const;
