import type { Picture } from './gallery.js';
import { asAdministrator } from './set-the-stage.js';
import type { Stage } from './stage.js';

const STAFF = [
  { email: 'siti@example.org', name: 'Siti Rahmawati binti Abdullah', role: 'ORGANISER' },
  { email: 'zhang@example.org', name: '张伟', role: 'REGISTRATION_DESK' },
  { email: 'layla.hassan@example.net', name: 'ليلى حسن عبد الرحمن', role: 'MAILING_STAFF' },
  { email: 'nimal@example.org', name: 'Rajapaksa Pathirannehelage Jayasundara Mudiyanselage Nimal', role: 'VIEWER' },
] as const;

/** The pages of those who run the house, and the reports, with something on them and with nothing. */
export async function housePictures(stage: Stage): Promise<readonly Picture[]> {
  const { slug, conferenceId } = stage.scenery;
  const ask = async <Result>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Result> =>
    (await asAdministrator<{ result: Result }>(stage.running, query, variables)).result;
  const here = { kind: 'CONFERENCE', id: conferenceId };
  for (const one of STAFF) await ask('mutation ($input: InviteStaffInput!) { result: inviteStaff(input: $input) { __typename } }', { input: { ...one, scope: here } });
  await ask('mutation ($input: GrantRoleInput!) { result: grantRole(input: $input) { __typename } }', { input: { email: 'amara@example.org', role: 'OWNER', scope: { kind: 'INSTALLATION' } } });
  const roles = await ask<{ edges: readonly { node: { id: string } }[] }>('{ result: staffRoles(filter: { search: "siti" }) { edges { node { id } } } }');
  const token = await ask<{ token: { id: string } }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { token { id } } } }', { input: { name: 'Badge printer in the east hall', role: 'REGISTRATION_DESK', scope: here } });
  await ask('mutation ($id: ID!) { result: revokeApiToken(id: $id) { __typename } }', { id: token.token.id });
  await ask('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { __typename } }', { input: { name: 'Public website', role: 'VIEWER', scope: { kind: 'INSTALLATION' }, expiresAt: '2039-01-01T00:00:00Z' } });
  const later = await ask<{ edges: readonly { node: { id: string } }[] }>('{ result: work(filter: { states: [LATER] }, first: 1) { edges { node { id } } } }');
  for (const { node } of later.edges) await ask('mutation ($id: ID!) { result: putWorkAside(id: $id) { __typename } }', { id: node.id });
  const series = await ask<{ id: string }>('mutation ($input: CreateSeriesInput!) { result: createSeries(input: $input) { ... on Series { id } } }', { input: { slug: 'quiet-hills', title: { 'en': 'Quiet Hills Meeting', 'zh-Hans': '静山会议' } } });
  await ask('mutation ($input: CreateConferenceInput!) { result: createConference(input: $input) { __typename } }', {
    input: { seriesId: series.id, slug: 'quiet-hills', city: { 'en': 'Almaty', 'zh-Hans': '阿拉木图' }, country: 'KZ', timeZone: 'Asia/Almaty', startsOn: '2031-06-01', endsOn: '2031-06-02', hostRegion: 'Almaty', hostOverrideReason: 'The first edition.' },
  });
  const [staff, desk, quiet] = ['/console/staff', `/console/conferences/${slug}`, '/console/conferences/quiet-hills'];
  const paths = {
    'console-staff': staff, 'console-staff-none': `${staff}?q=zebra`, 'console-staff-invite': `${staff}/invite`, 'console-role': `${staff}/roles/${roles.edges[0]?.node.id ?? ''}`, 'console-tokens': `${staff}/tokens`,
    'console-audit': '/console/audit', 'console-audit-found': `/console/audit?what=access&conference=${slug}&who=admin`, 'console-audit-about': `/console/audit?conference=${slug}&about=nobody`,
    'console-installation': '/console/installation', 'console-settings': '/console/installation/settings', 'console-work': '/console/installation/work', 'console-work-aside': '/console/installation/work?state=SET_ASIDE',
    'console-languages': '/console/languages', 'console-language': '/console/languages/fr', 'console-language-missing': '/console/languages/fr?only=MISSING', 'staff-new-factor': '/staff/second-factor/new',
    'console-reports': `${desk}/reports`, 'console-reports-programme': `${desk}/reports/programme`, 'console-reports-visits': `${desk}/reports/visits`, 'console-reports-letters': `${desk}/reports/letters`,
    'console-reports-empty': `${quiet}/reports`, 'console-reports-visits-empty': `${quiet}/reports/visits`,
  };
  return [
    ...Object.entries(paths).map(([name, path]): Picture => ({ name, visitor: 'staff', path })),
    { name: 'console-staff-invite-wrong', visitor: 'staff', path: `${staff}/invite`, press: 'main form button[type=submit]' },
    { name: 'staff-new-factor-wrong', visitor: 'staff', path: paths['staff-new-factor'], press: 'main form button' },
    { name: 'console-role-unsure', visitor: 'staff', path: paths['console-role'], press: 'button.danger' },
    { name: 'console-token-wrong', visitor: 'staff', path: `${staff}/tokens`, press: '.narrow form button' },
    { name: 'console-token-asked', visitor: 'staff', path: `${staff}/tokens`, press: 'details.ask summary' },
  ];
}
