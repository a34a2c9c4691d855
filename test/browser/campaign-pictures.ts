import { asAdministrator } from './set-the-stage.js';
import type { Picture } from './gallery.js';
import type { Stage } from './stage.js';

const CONTACTS = [
  { address: 'wang@example.org', nativeName: '王小明', latinName: 'Wang Xiaoming', salutation: '先生', organisation: '海外华商会', country: 'CN', locale: 'zh-Hans', tags: ['vip'] },
  { address: 'amara@example.org', latinName: 'Amara Okafor', salutation: 'Dr', organisation: 'Lagos Chamber of Commerce', country: 'NG', locale: 'en', tags: ['vip'] },
  { address: 'layla.hassan@example.net', nativeName: 'ليلى حسن عبد الرحمن', latinName: 'Layla Hassan Abdelrahman', country: 'EG', locale: 'ar', tags: ['vip'] },
  { address: 'nimal@example.org', latinName: 'Rajapaksa Pathirannehelage Jayasundara Mudiyanselage Nimal', country: 'LK', tags: ['media'] },
  { address: 'lucia@example.org', latinName: 'Lucía Fernández', salutation: 'Dra.', organisation: 'Cámara de Comercio', country: 'MX', locale: 'es', tags: ['media'] },
] as const;

/** The staff's pages of campaigns with something on them: templates, an audience, a draft to be confirmed, one that has been sent. */
export async function campaignPictures(stage: Stage): Promise<readonly Picture[]> {
  const { slug, conferenceId } = stage.scenery;
  const ask = async <Result>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Result> =>
    (await asAdministrator<{ result: Result }>(stage.running, query, variables)).result;
  for (const contact of CONTACTS) await ask('mutation ($input: CreateContactInput!) { result: createContact(input: $input) { __typename } }', { input: { conferenceId, ...contact } });
  const template = async (kind: 'INVITATION' | 'REMINDER'): Promise<string> => {
    const texts = await ask<readonly object[]>('query ($kind: ReadyMadeKind!) { result: readyMadeTemplate(kind: $kind) { locale subject preheader body } }', { kind });
    const name = kind === 'INVITATION' ? 'Invitation 2026' : 'Reminder 2026';
    return (await ask<{ id: string }>('mutation ($input: CreateTemplateInput!) { result: createTemplate(input: $input) { ... on MailTemplate { id } } }', {
      input: { conferenceId, name, purpose: kind, texts, attachments: kind === 'INVITATION' ? ['LETTER', 'CALENDAR'] : [] },
    })).id;
  };
  const [invitation, reminder] = [await template('INVITATION'), await template('REMINDER')];
  const audience = async (name: string, filter: object): Promise<string> =>
    (await ask<{ id: string }>('mutation ($input: CreateAudienceInput!) { result: createAudience(input: $input) { ... on Audience { id } } }', { input: { conferenceId, name, filter } })).id;
  const [guests, media] = [await audience('Guests of honour', { tags: ['vip'], regions: ['AFRICA', 'ASIA'] }), await audience('Media', { tags: ['media'] })];
  const campaign = async (name: string, audienceId: string): Promise<string> => (await ask<{ id: string }>(
    'mutation ($input: CreateCampaignInput!) { result: createCampaign(input: $input) { ... on Campaign { id } } }',
    { input: { conferenceId, name, templateId: invitation, audienceId, replyTo: 'desk@example.org', pace: { perMinute: 600 } } },
  )).id;
  const [sent, draft] = [await campaign('First wave', guests), await campaign('Press', media)];
  const started = await ask<{ code?: string }>('mutation ($id: ID!) { result: startCampaign(id: $id, recipients: 3) { __typename ... on Refusal { code } } }', { id: sent });
  if (started.code !== undefined) throw new Error(`the campaign of the pictures does not start: ${started.code}`);
  await ask('mutation ($input: CreateReminderRuleInput!) { result: createReminderRule(input: $input) { __typename } }', { input: { campaignId: sent, templateId: reminder, afterDays: 7, atMost: 2 } });
  await stage.letter('amara@example.org', 'campaigns.invitation');
  const base = `/console/conferences/${slug}/campaigns`;
  const paths = {
    'console-campaigns': base, 'console-campaign-new': `${base}/new`, 'console-campaign-draft': `${base}/${draft}`, 'console-campaign-sent': `${base}/${sent}`,
    'console-campaign-reminder': `${base}/${sent}/reminders`, 'console-templates': `${base}/templates`, 'console-template': `${base}/templates/${invitation}?lang=en`,
    'console-template-arabic': `${base}/templates/${invitation}?lang=ar`, 'console-audiences': `${base}/audiences`, 'console-audience': `${base}/audiences/${guests}`,
    'console-audience-new': `${base}/audiences/new`, 'console-campaign-numbers': `${base}/numbers?by=COUNTRY`,
  };
  return [
    ...Object.entries(paths).map(([name, path]): Picture => ({ name, visitor: 'staff', path })),
    { name: 'console-campaign-miscounted', visitor: 'staff', path: `${base}/${draft}`, press: 'button[value=start]' },
    { name: 'console-campaign-new-wrong', visitor: 'staff', path: `${base}/new`, press: 'main form button[type=submit]' },
  ];
}
