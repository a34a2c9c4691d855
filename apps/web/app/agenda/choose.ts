import type { Api } from '../api/client.js';
import { graphql } from '../api/graphql.js';
import { line } from '../forms/problems.js';

const Choose = graphql(`
  mutation Choose($input: ChooseForumInput!, $key: String) {
    result: chooseForum(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal { code message }
      ... on Clash { with { title startsAt endsAt } alternatives { id startsAt } }
    }
  }
`);
const Leave = graphql(`mutation Leave($input: LeaveForumInput!) { result: leaveForum(input: $input) { __typename ... on Refusal { code message } } }`);
const Book = graphql(`
  mutation Book($input: BookDepartureInput!, $key: String) {
    result: bookDeparture(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal { code message }
      ... on Clash { with { title startsAt endsAt } alternatives { id startsAt } }
    }
  }
`);
const Cancel = graphql(`mutation Cancel($input: CancelBookingInput!) { result: cancelBooking(input: $input) { __typename ... on Refusal { code message } } }`);

/** What stands in the way of choosing something, for the page to say. */
export interface ChoosingAnswer {
  readonly message: string;
  readonly with: readonly { readonly title: Record<string, string>; readonly startsAt: string; readonly endsAt: string }[];
  readonly alternatives: readonly { readonly id: string; readonly startsAt: string }[];
}

export interface Chosen {
  readonly done: boolean;
  readonly result: { readonly message?: string; readonly with?: ChoosingAnswer['with']; readonly alternatives?: ChoosingAnswer['alternatives'] };
}

/** Takes or gives up a forum or departure, as the page's buttons say. */
export async function chooseOrLeave(api: Api, request: Request, locale: string, kind: 'forum' | 'departure'): Promise<Chosen> {
  const form = await request.formData();
  const registrationId = line(form, 'registration') ?? '';
  const subject = line(form, 'subject') ?? '';
  const key = line(form, 'key');
  const joinLine = form.get('line') === 'yes';
  const leaving = form.get('do') === 'leave';
  const ask = async (): Promise<{ result: { __typename: string } & Chosen['result'] }> => {
    if (kind === 'forum') {
      return leaving
        ? api.ask(request, locale, Leave, { input: { registrationId, forumId: subject } })
        : api.ask(request, locale, Choose, { input: { registrationId, forumId: subject, joinLine }, key });
    }
    return leaving
      ? api.ask(request, locale, Cancel, { input: { registrationId, departureId: subject } })
      : api.ask(request, locale, Book, { input: { registrationId, departureId: subject, joinLine }, key });
  };
  const { result } = await ask();
  return { done: result.__typename === 'AgendaItem', result };
}

export function answerOf({ result }: Chosen): ChoosingAnswer {
  return { message: result.message ?? '', with: result.with ?? [], alternatives: result.alternatives ?? [] };
}
