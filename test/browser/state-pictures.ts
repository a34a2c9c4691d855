import type { Picture } from './gallery.js';
import { asAdministrator } from './set-the-stage.js';
import type { Stage } from './stage.js';

const both = (en: string, zh: string) => ({ 'en': en, 'zh-Hans': zh });
const consents = [{ key: 'privacy', textVersion: '2026-01' }];

/** What is full, closed, not open yet or still empty, as delegates and staff meet it; and a registration in each state that one waits in. */
export async function statePictures(stage: Stage, delegate: string): Promise<readonly Picture[]> {
  const ask = async <Result>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Result> =>
    (await asAdministrator<{ result: Result }>(stage.running, query, variables)).result;
  const conference = async (slug: string, title: object, startsOn: string): Promise<string> => {
    const series = await ask<{ id: string }>('mutation ($input: CreateSeriesInput!) { result: createSeries(input: $input) { ... on Series { id } } }', { input: { slug, title, rotation: ['Chongqing'] } });
    const { id } = await ask<{ id: string }>('mutation ($input: CreateConferenceInput!) { result: createConference(input: $input) { ... on Conference { id } } }', {
      input: { seriesId: series.id, slug, title, theme: both('Overseas Chinese businesses between the oceans', '跨洋侨商'), city: both('Chongqing', '重庆'), country: 'CN', timeZone: 'Asia/Shanghai', startsOn, endsOn: startsOn },
    });
    return id;
  };
  const still = await conference('still-water', both('Still Water Forum of Inland Ports, Rivers and the Railways that Lead to Them', '内河港口与铁路联运静水论坛'), '2035-05-04');
  const closed = await conference('low-tide', both('Low Tide Talks', '退潮对话'), '2035-09-01');
  const category = (conferenceId: string, key: string, title: object, more: object = {}) => ask('mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }', { input: { conferenceId, key, title, ...more } });
  await category(still, 'full', both('Delegate', '参会代表'), { capacity: 1 });
  await category(still, 'line', both('Exhibitor', '参展商'), { capacity: 1, waitlistLimit: 20 });
  await category(still, 'later', both('Student', '学生'), { capacity: 40, opensAt: '2034-01-01T01:00:00Z' });
  await category(still, 'over', both('Speaker', '演讲嘉宾'), { capacity: 40, closesAt: '2026-01-01T01:00:00Z' });
  await category(still, 'asked', both('Guest of honour', '贵宾'), { capacity: 40, invitationOnly: true });
  await category(still, 'press', both('Press', '媒体'), { capacity: 40, needsApproval: true });
  await category(closed, 'delegate', both('Delegate', '参会代表'), { capacity: 40 });
  for (const id of [still, closed]) await asAdministrator(stage.running, 'mutation ($id: ID!) { a: publishConference(id: $id) { __typename } b: openRegistration(conferenceId: $id) { __typename } }', { id });
  await asAdministrator(stage.running, 'mutation ($id: ID!) { result: closeRegistration(conferenceId: $id) { __typename } }', { id: closed });
  const register = async (category: string, email: string, latinFamily: string, latinGiven: string): Promise<string> => {
    const made = await ask<{ id?: string; message?: string }>('mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { ... on Registration { id } ... on Refusal { message } } }', {
      input: { conferenceId: still, category, onBehalf: { email, origin: 'PHONE' }, details: { names: { latinFamily, latinGiven }, nationality: 'MY', residence: 'MY', phone: '+60 12 345 6789', consents } },
    });
    if (made.id === undefined) throw new Error(`${category}: ${made.message ?? ''}`);
    return made.id;
  };
  for (const [key, given] of [['full', 'Mei Ling'], ['line', 'Wei Jie']] as const) await register(key, `tan-${key}@example.org`, 'Tan', given);
  const [waiting, reviewed, declined] = [await register('line', delegate, 'Elamin', 'Salma'), await register('press', delegate, 'Elamin', 'Khalid'), await register('press', delegate, 'Elamin', 'Yasir')];
  await ask('mutation ($ids: [ID!]!, $reason: String!) { result: declineRegistrations(ids: $ids, reason: $reason) { __typename } }', { ids: [declined], reason: 'Each outlet has two places, and both are taken.' });
  const [page, shut, desk] = ['/conferences/still-water', '/conferences/low-tide', '/console/conferences/low-tide'];
  const seenBy = (visitor: Picture['visitor'], paths: Readonly<Record<string, string>>): Picture[] => Object.entries(paths).map(([name, path]) => ({ name, visitor, path }));
  return [
    ...seenBy('nobody', { 'register-full': `${page}/register`, 'conference-long': page, 'programme-empty': `${page}/programme`, 'visits-empty': `${page}/visits`, 'conference-closed': shut, 'register-closed': `${shut}/register` }),
    { name: 'register-full-pressed', visitor: 'delegate', path: `${page}/register`, press: 'main form button[type=submit]' },
    ...seenBy('delegate', { 'status-waiting': `/registrations/${waiting}`, 'status-in-review': `/registrations/${reviewed}`, 'status-declined': `/registrations/${declined}` }),
    ...seenBy('staff', {
      'console-conference-closed': desk, 'console-registrations-zero': `${desk}/registrations`, 'console-programme-empty': `${desk}/programme`, 'console-release-empty': `${desk}/programme/release`, 'console-forums-empty': `${desk}/forums`,
      'console-visits-zero': `${desk}/visits`, 'console-lines-zero': `${desk}/lines`, 'console-letters-zero': `${desk}/letters`, 'console-contacts-zero': `${desk}/contacts`, 'console-invitations-zero': `${desk}/invitations`,
      'console-delegations-zero': `${desk}/invitations/delegations`, 'console-campaigns-zero': `${desk}/campaigns`, 'console-templates-zero': `${desk}/campaigns/templates`, 'console-audiences-zero': `${desk}/campaigns/audiences`, 'console-numbers-zero': `${desk}/campaigns/numbers`,
      'console-audit-nobody': '/console/audit?who=zebra',
    }),
    { name: 'console-audit-checked', visitor: 'staff', path: '/console/audit?who=zebra', press: '#check button' },
  ];
}
