import { graphql } from '../../api/graphql.js';

/** A template whole, to be edited and shown. */
export const TemplateOf = graphql(`
  query ConsoleTemplate($id: ID!) {
    template(id: $id) { id name purpose texts { locale subject preheader body } fallbacks attachments version }
    templatePlaceholders
  }
`);
export const Previews = graphql(`
  query TemplatePreviews($id: ID!, $audienceId: ID, $campaignId: ID, $locale: String) {
    previewTemplate(templateId: $id, audienceId: $audienceId, campaignId: $campaignId, locale: $locale) { reason name readerLocale locale subject preheader html text attachments }
  }
`);
export const Update = graphql(`
  mutation ChangeTemplate($input: UpdateTemplateInput!) {
    result: updateTemplate(input: $input) { __typename ... on MailTemplate { version } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const Test = graphql(`
  mutation TestTemplate($input: SendTestInput!) {
    result: sendTest(input: $input) { __typename ... on TestLetters { letters } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const ArchiveTemplate = graphql(`mutation PutAwayTemplate($id: ID!) { result: archiveTemplate(id: $id) { __typename ... on Refusal { message } } }`);
export type Purpose = ReturnType<typeof graphql.scalar<'CampaignPurpose'>>;
export const PURPOSES = ['INVITATION', 'REMINDER', 'NEWS', 'THANKS'] as const satisfies readonly Purpose[];
export const ATTACHMENTS = ['LETTER', 'CALENDAR'] as const;

/** Words of a field that are separated by commas of any script. */
export function words(text: string | null): string[] {
  return (text ?? '').split(/[,，、;；\n]/).map((word) => word.trim()).filter((word) => word !== '');
}
