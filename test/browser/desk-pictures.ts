import { asAdministrator } from './set-the-stage.js';
import type { Picture } from './gallery.js';
import type { Stage } from './stage.js';

const both = (en: string, zh: string) => ({ 'en': en, 'zh-Hans': zh });

/** The organiser's pages of one conference: its editor, a category with a form of every kind, views, and a decision over many. */
export async function deskPictures(stage: Stage): Promise<readonly Picture[]> {
  const { slug, conferenceId } = stage.scenery;
  const ask = async <Result>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Result> =>
    (await asAdministrator<{ result: Result }>(stage.running, query, variables)).result;
  const outlets = [['print', 'Print', '报刊'], ['radio', 'Radio', '广播'], ['net', 'Online only, with an audience in more than one country', '仅网络，受众遍及多国']] as const;
  await ask('mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }', {
    input: {
      conferenceId, key: 'guide', title: both('Guide', '向导'), description: both('For those who lead the visits.', '带队考察者。'), capacity: 12, needsApproval: true, waitlistLimit: 5, opensAt: '2026-01-05T01:00:00Z',
      questions: [
        { key: 'outlet', kind: 'CHOICE', label: both('What do you work for?', '您供职于'), required: true, options: outlets.map(([key, en, zh]) => ({ key, label: both(en, zh) })) },
        { key: 'languages', kind: 'CHOICES', label: { en: 'Which languages do you guide in?' }, hint: both('All that you speak well.', '您能流利使用的语言。'), required: true, options: [{ key: 'zh', label: both('Chinese', '中文') }, { key: 'ar', label: both('Arabic', '阿拉伯文') }] },
        { key: 'since', kind: 'DATE', label: both('Since when?', '从何时起？'), required: false, condition: { question: 'outlet', equalsAny: ['radio', 'net'] } },
        { key: 'first-aid', kind: 'YES_NO', label: both('Are you trained in first aid?', '您受过急救培训吗？'), required: true },
        { key: 'about', kind: 'LONG_TEXT', label: both('Tell the guests about yourself.', '请向来宾介绍自己。'), required: false },
        { key: 'card', kind: 'FILE', label: both('Guide’s card', '导游证'), required: false, condition: { question: 'first-aid', equalsAny: ['true'] } },
      ],
    },
  });
  const view = await ask<{ id: string }>('mutation ($input: SaveRegistrationViewInput!) { result: saveRegistrationView(input: $input) { ... on RegistrationView { id } } }', {
    input: { conferenceId, name: 'Press in review', filter: { states: ['IN_REVIEW', 'WAITLISTED'], categories: ['press'] }, sort: 'NAME' },
  });
  const { edges } = await ask<{ edges: { node: { id: string; person: { names: { latinFamily: string | null } } } }[] }>('query ($id: ID!) { result: registrations(conferenceId: $id, first: 50) { edges { node { id person { names { latinFamily } } } } } }', { id: conferenceId });
  const tagsOf: Readonly<Record<string, readonly string[]>> = { Silva: ['Needs a visa letter', '贵宾', 'Fährt mit dem Pressebus am zweiten Tag'], Elamin: ['贵宾', 'ضيف الشرف'] };
  for (const { node } of edges) {
    const add = tagsOf[node.person.names.latinFamily ?? ''];
    if (add !== undefined) await ask('mutation ($input: TagRegistrationInput!) { result: tagRegistration(input: $input) { __typename } }', { input: { id: node.id, add } });
  }
  const letter = await ask<{ id: string }>('mutation ($input: CreateTemplateInput!) { result: createTemplate(input: $input) { ... on MailTemplate { id } } }', {
    input: { conferenceId, name: 'Buses', purpose: 'NEWS', texts: [{ locale: 'en', subject: 'Your bus leaves at eight', body: 'Dear {{ contact.formal_name }},\n\n[Your registration]({{ registration.link }})' }] },
  });
  const written = await ask<{ id: string }>('mutation ($input: CreateCampaignInput!) { result: createCampaign(input: $input) { ... on Campaign { id } } }', {
    input: { conferenceId, name: 'To guests of honour', templateId: letter.id, registrations: { filter: { tags: ['贵宾'], states: ['CONFIRMED', 'IN_REVIEW'], categories: ['delegate', 'press'] } } },
  });
  // Who is confirmed already cannot be confirmed: the page has something to say of each.
  const run = await ask<{ id: string }>('mutation ($input: StartRegistrationRunInput!) { result: startRegistrationRun(input: $input) { ... on RegistrationRun { id } } }', {
    input: { conferenceId, deed: 'APPROVE', filter: { states: ['CONFIRMED'] } },
  });
  for (let settled = false, tries = 0; !settled && tries < 200; tries += 1) {
    settled = (await ask<{ finishedAt: string | null }>('query ($id: ID!) { result: registrationRun(id: $id) { finishedAt } }', { id: run.id })).finishedAt !== null;
    if (!settled) await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  const desk = `/console/conferences/${slug}`;
  const paths = {
    'console-edit': `${desk}/edit`, 'console-forum-edit': `${desk}/forums/ports`, 'console-category': `${desk}/categories/guide`, 'console-category-question': `${desk}/categories/guide?question=since#question`, 'console-category-plain': `${desk}/categories/delegate`,
    'console-import-programme': `${desk}/programme/import`,
    'console-registrations-view': `${desk}/registrations?view=${view.id}`, 'console-registrations-none': `${desk}/registrations?q=zebra&show=200`,
    'console-write-to': `/console/conferences/${slug}/campaigns/new?registrations=1&state=CONFIRMED&tag=${encodeURIComponent('贵宾')}`,
    'console-written-to': `${desk}/campaigns/${written.id}`, 'console-written-letter': `${desk}/campaigns/templates/${letter.id}?campaign=${written.id}`,
    'console-bulk': `${desk}/registrations/bulk?state=CONFIRMED&category=delegate&nationality=KZ`, 'console-bulk-all': `${desk}/registrations/bulk`, 'console-run': `${desk}/registrations/runs/${run.id}`,
  };
  return [
    { name: 'form-preview', visitor: 'nobody', path: `/conferences/${slug}/preview/guide` },
    ...Object.entries(paths).map(([name, path]): Picture => ({ name, visitor: 'staff', path })),
    { name: 'console-import-programme-wrong', visitor: 'staff', path: `${desk}/programme/import`, press: 'button[value=try]' },
    { name: 'console-bulk-wrong', visitor: 'staff', path: `${desk}/registrations/bulk`, press: 'form.decide button' },
    { name: 'console-category-question-wrong', visitor: 'staff', path: `${desk}/categories/delegate`, press: 'button[value=question]' },
    { name: 'console-view-unnamed', visitor: 'staff', path: `${desk}/registrations?state=IN_REVIEW`, press: 'details:has(button[value=save-view]) > summary' },
  ];
}
