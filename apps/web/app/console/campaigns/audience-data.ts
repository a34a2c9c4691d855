import { graphql } from '../../api/graphql.js';
import type { VariablesOf } from '../../api/graphql.js';
import { chosen, line } from '../../forms/problems.js';
import { words } from './template-data.js';

export const AudienceList = graphql(`
  query ConsoleAudiences($id: ID!) { audiences(conferenceId: $id, first: 200) { edges { node { id name count { recipients } } } } }
`);
export const AudienceOf = graphql(`
  query ConsoleAudience($id: ID!) {
    audience(id: $id) {
      id name version count { matched suppressed registered invited written recipients }
      filter { listIds regions countries locales organisations tags search cameToIds cameAs invitedToIds answered withoutInvited withoutRegistered withoutCampaignIds }
    }
  }
`);
export const AudienceChoices = graphql(`
  query AudienceChoices($id: ID!) { contactLists(conferenceId: $id) { id name size } campaigns(conferenceId: $id, first: 100) { edges { node { id name state } } } }
`);
export const CreateAudience = graphql(`
  mutation NewAudience($input: CreateAudienceInput!) {
    result: createAudience(input: $input) { __typename ... on Audience { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const UpdateAudience = graphql(`
  mutation ChangeAudience($input: UpdateAudienceInput!) {
    result: updateAudience(input: $input) { __typename ... on Audience { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const ArchiveAudience = graphql(`mutation PutAwayAudience($id: ID!) { result: archiveAudience(id: $id) { __typename ... on Refusal { message } } }`);
export type FilterInput = VariablesOf<typeof CreateAudience>['input']['filter'];
export const REGIONS = ['AFRICA', 'AMERICAS', 'ASIA', 'EUROPE', 'OCEANIA'] as const;
export const ANSWERS = ['NONE', 'ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;

/** The filter that a form says; what is left empty limits nothing. */
export function filterOf(form: FormData): FilterInput {
  const some = (values: string[]): string[] | null => (values.length === 0 ? null : values);
  const regions = REGIONS.filter((one) => chosen(form, 'regions').includes(one));
  const answered = ANSWERS.filter((one) => chosen(form, 'answered').includes(one));
  return {
    listIds: some(chosen(form, 'listIds')), regions: regions.length === 0 ? null : regions, countries: some(chosen(form, 'countries')), locales: some(chosen(form, 'locales')),
    organisations: some((line(form, 'organisations') ?? '').split('\n').map((one) => one.trim()).filter((one) => one !== '')), tags: some(words(line(form, 'tags'))), search: line(form, 'search'),
    cameToIds: some(chosen(form, 'cameToIds')), cameAs: some(chosen(form, 'cameAs')), invitedToIds: some(chosen(form, 'invitedToIds')), answered: answered.length === 0 ? null : answered,
    withoutInvited: chosen(form, 'without').includes('invited'), withoutRegistered: chosen(form, 'without').includes('registered'), withoutCampaignIds: some(chosen(form, 'withoutCampaignIds')),
  };
}
