import type { Api } from '../api/client.js';
import { graphql } from '../api/graphql.js';
import type { ResultOf } from '../api/graphql.js';
import { line } from '../forms/problems.js';

const Approve = graphql(`mutation ApproveOne($ids: [ID!]!) { result: approveRegistrations(ids: $ids) { __typename ... on RegistrationsDecided { outcomes { refusal { message } } } ... on Refusal { message } } }`);
const Decline = graphql(`mutation DeclineOne($ids: [ID!]!, $reason: String!) { result: declineRegistrations(ids: $ids, reason: $reason) { __typename ... on RegistrationsDecided { outcomes { refusal { message } } } ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Cancel = graphql(`mutation CancelOne($input: WithdrawRegistrationInput!) { result: withdrawRegistration(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Tag = graphql(`mutation TagOne($input: TagRegistrationInput!) { result: tagRegistration(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Reveal = graphql(`
  mutation RevealDocument($id: ID!, $reason: String!) {
    result: revealTravelDocument(registrationId: $id, reason: $reason) { __typename ... on RevealedTravelDocument { kind number issuedBy expiresOn } ... on Refusal { message } ... on InvalidInput { problems { message } } }
  }
`);

export type RevealedDocument = Extract<ResultOf<typeof Reveal>['result'], { __typename: 'RevealedTravelDocument' }>;
export type Decision =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'REFUSED'; readonly message: string; readonly reason: string }
  | { readonly kind: 'REVEALED'; readonly document: RevealedDocument }
  | { readonly kind: 'NOT_REVEALED'; readonly message: string };

/** Does what the buttons of one registration's page say: confirm, decline, cancel, show the document, put a tag on or take one off. */
export async function decide(api: Api, request: Request, locale: string, id: string): Promise<Decision> {
  const form = await request.formData();
  const reason = line(form, 'reason') ?? '';
  const refused = (result: { message: string; problems?: readonly { message: string }[] } | undefined): Decision =>
    (result === undefined ? { kind: 'DONE' } : { kind: 'REFUSED', message: result.problems?.[0]?.message ?? result.message, reason });
  switch (line(form, 'do') ?? 'approve') {
    case 'reveal': {
      const { result } = await api.ask(request, locale, Reveal, { id, reason });
      if (result.__typename === 'RevealedTravelDocument') return { kind: 'REVEALED', document: result };
      return { kind: 'NOT_REVEALED', message: result.__typename === 'InvalidInput' ? (result.problems[0]?.message ?? result.message) : result.message };
    }
    case 'tag':
    case 'untag': {
      const tags = [line(form, 'tag') ?? ''];
      const { result } = await api.ask(request, locale, Tag, { input: form.get('do') === 'tag' ? { id, add: tags } : { id, remove: tags } });
      return refused(result.__typename === 'Registration' ? undefined : result);
    }
    case 'cancel': {
      const { result } = await api.ask(request, locale, Cancel, { input: { id, reason } });
      return refused(result.__typename === 'Registration' ? undefined : result);
    }
    case 'decline': {
      const { result } = await api.ask(request, locale, Decline, { ids: [id], reason });
      return refused(result.__typename === 'RegistrationsDecided' ? result.outcomes[0]?.refusal ?? undefined : result);
    }
    default: {
      const { result } = await api.ask(request, locale, Approve, { ids: [id] });
      return refused(result.__typename === 'RegistrationsDecided' ? result.outcomes[0]?.refusal ?? undefined : result);
    }
  }
}
