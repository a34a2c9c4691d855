import { graphql } from '../../api/graphql.js';
import type { Api } from '../../api/client.js';
import { textsFor } from '../../i18n/texts.js';
import { READY_LOCALES } from './ready-locales.js';

const Create = graphql(`
  mutation FirstLetter($input: CreateTemplateInput!) {
    result: createTemplate(input: $input) { __typename ... on MailTemplate { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

/** Stands among the templates for one that is still to be written. */
export const NEW_LETTER = 'new';

/** A letter to registrations to begin with: in the conference's languages, with the reader's name and the way to the registration. */
export async function firstLetter(api: Api, request: Request, locale: string, conference: { readonly id: string; readonly locales: readonly string[] }, name: string) {
  const known = READY_LOCALES.filter((tag) => conference.locales.includes(tag));
  const texts = (known.length === 0 ? ['en'] : known).map((tag) => {
    const { t } = textsFor(tag);
    return { locale: tag, subject: t('console.templates.news-subject'), preheader: '', body: `{{ contact.formal_name }}\n\n[${t('letter.registration.button.status')}]({{ registration.link }})` };
  });
  return (await api.ask(request, locale, Create, { input: { conferenceId: conference.id, name, purpose: 'NEWS', texts, fallbacks: texts.map((text) => text.locale) } })).result;
}
