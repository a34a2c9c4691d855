import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { line } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { instantIn } from './instant-in.js';

/** All that the desk sees of an invitation. */
export const One = graphql(`
  query OneInvitation($id: ID!) {
    issuedInvitation(id: $id) {
      id toName toAddress nativeName latinName organisation jobTitle country locale state places used askedPlaces isPersonal expiresAt sponsor replacedBy link version
      conference { id title timeZone categories { key title } } category { key title } delegation { id name } forums { id title } visits { id title }
      registrations { id code state person { names { full } } } history { at deed via to reason places }
    }
  }
`);
export type OneInvitation = NonNullable<ResultOf<typeof One>['issuedInvitation']>;

const Note = graphql(`mutation RecordAnswer($input: RecordAnswerInput!) { result: recordAnswer(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Update = graphql(`mutation UpdateInvitation($input: UpdateInvitationInput!) { result: updateInvitation(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Replace = graphql(`mutation ReplaceInvitation($input: ReplaceInvitationInput!) { result: replaceInvitation(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Revoke = graphql(`mutation RevokeInvitation($id: ID!, $reason: String) { result: revokeInvitation(id: $id, reason: $reason) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Tie = graphql(`mutation TieInvitation($input: TieInvitationInput!) { result: tieInvitation(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const ByCode = graphql(`query RegistrationByCode($id: ID!, $code: String!) { registrations(conferenceId: $id, filter: { search: $code }, first: 2) { edges { node { id code } } } }`);

export const REPLIES = ['ACCEPT', 'DECLINE', 'TENTATIVE', 'SUBSTITUTE', 'ASK_PLACES'] as const;
export const ANSWER_WAYS = ['PHONE', 'LETTER', 'REPLY'] as const;

interface Outcome {
  readonly __typename: string;
  readonly message?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
}

/** Does what one of the page's forms asks for; which one, its button says. */
export function deskFor(api: Api, request: Request, locale: string): (id: string, form: FormData) => Promise<Outcome> {
  const text = (form: FormData, name: string): string | null => line(form, name);
  const tie = async (id: string, form: FormData): Promise<Outcome> => {
    const code = text(form, 'code') ?? '';
    const { registrations } = await api.ask(request, locale, ByCode, { id: text(form, 'conference') ?? '', code });
    const [found] = nodes(registrations).filter((one) => one.code === code.toUpperCase());
    if (found === undefined) return { __typename: 'InvalidInput', problems: [{ path: 'code', message: textsFor(locale).t('problem.unknown') }] };
    return (await api.ask(request, locale, Tie, { input: { id, registrationId: found.id } })).result;
  };
  return async (id, form) => {
    const reason = text(form, 'reason');
    switch (text(form, 'do') ?? '') {
      case 'tie': return tie(id, form);
      case 'revoke': return (await api.ask(request, locale, Revoke, { id, reason })).result;
      case 'replace': return (await api.ask(request, locale, Replace, { input: { id, name: text(form, 'name') ?? '', email: text(form, 'email') ?? '', reason } })).result;
      case 'change': return (await api.ask(request, locale, Update, { input: {
        id, version: Number(text(form, 'version')), places: Number(text(form, 'places') ?? 1), category: text(form, 'category'), sponsor: text(form, 'sponsor'), isPersonal: form.get('isPersonal') === 'yes',
        expiresAt: instantIn(text(form, 'expiresAt'), text(form, 'zone') ?? 'UTC'), reason,
      } })).result;
      default: {
        const answer = REPLIES.find((one) => one === form.get('answer')) ?? 'TENTATIVE';
        return (await api.ask(request, locale, Note, { input: {
          id, answer, via: ANSWER_WAYS.find((one) => one === form.get('via')) ?? 'PHONE', reason,
          ...(answer === 'SUBSTITUTE' ? { substitute: { name: text(form, 'substitute.name') ?? '', email: text(form, 'substitute.email') ?? '' } } : {}),
          ...(answer === 'ASK_PLACES' ? { places: Number(text(form, 'wanted') ?? 0) || 0 } : {}),
        } })).result;
      }
    }
  };
}
