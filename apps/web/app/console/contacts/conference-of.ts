import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';

const ConferenceOf = graphql(`query ContactsConference($slug: String!) { conference(slug: $slug) { id title timeZone series { title } } }`);

export type ContactsConference = NonNullable<ResultOf<typeof ConferenceOf>['conference']>;

/** The conference of the page, or the answer that there is none. */
export async function conferenceOf(api: Api, request: Request, locale: string, slug: string): Promise<ContactsConference> {
  const { conference } = await api.ask(request, locale, ConferenceOf, { slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return conference;
}
