import sharp from 'sharp';
import type { Visitors } from './gallery.js';
import { asAdministrator } from './set-the-stage.js';
import type { Stage } from './stage.js';

/** Family and given name in Latin letters, as one writes it oneself where that differs, organisation, country. */
const PEOPLE = [
  ['Chen', 'Meiling', '陈美玲', 'Straits Chinese Chamber', 'SG'], ['Haddad', 'Rania', 'رانيا حداد', 'Aqaba Port Agency', 'JO'], ['Mwangi', 'Wanjiru', undefined, 'Mombasa Rail Forum', 'KE'],
  ['Petrova', 'Darya', 'Дарья Петрова', 'Caspian Freight', 'RU'], ['Nguyễn', 'Thị Hạnh', undefined, 'Hải Phòng Logistics Club', 'VN'], ['Souza', 'Antônio', undefined, 'Porto de Santos Hoje', 'BR'],
  ['Wongsuwan', 'Anong', 'อนงค์ วงศ์สุวรรณ', 'Laem Chabang Institute', 'TH'], ['Diallo', 'Aïssatou', undefined, 'Chambre de Conakry', 'GN'], ['Li', 'Jianguo', '李建国', '匈牙利华商总会', 'HU'],
  ['Bekova', 'Aigerim', 'Айгерим Бекова', 'Khorgos Dry Port', 'KZ'], ['Rahman', 'Farhana', undefined, 'Chattogram Traders', 'BD'], ['Castillo', 'Inés', undefined, 'Puerto del Callao', 'PE'],
  ['Huang', 'Zhihao', '黄志豪', '马来西亚中华工商联合会', 'MY'], ['Kowalska', 'Agnieszka', undefined, 'Łódź Terminal', 'PL'], ['Tadesse', 'Selam', 'ሰላም ታደሰ', 'Addis Dry Port', 'ET'],
  ['El Idrissi', 'Youssef', 'يوسف الإدريسي', 'Tanger Med Revue', 'MA'], ['Kim', 'Jiwoo', '김지우', 'Busan Harbour Review', 'KR'], ['Perera', 'Nimal', undefined, 'Colombo Port City Club', 'LK'],
] as const;

/** What the README shows, as it is today: written as WebP into a folder, none over 60 kB. */
export async function drawReadme(stage: Stage, visitors: Visitors, folder: string): Promise<readonly string[]> {
  const { conferenceId, slug } = stage.scenery;
  const ask = async <Result>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Result> => (await asAdministrator<{ result: Result }>(stage.running, query, variables)).result;
  const consents = [{ key: 'privacy', textVersion: '2026-01' }];
  const emailOf = (whose: 'guest' | 'reader', index: number): string => `${whose}-${index + 1}@example.org`;
  for (const [index, [latinFamily, latinGiven, native, organisation, country]] of PEOPLE.entries()) {
    await ask('mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { __typename } }', {
      input: { conferenceId, category: 'delegate', onBehalf: { email: emailOf('guest', index), origin: 'PHONE' }, details: { names: { latinFamily, latinGiven, ...(native === undefined ? {} : { native }) }, nationality: country, residence: country, organisation, consents } },
    });
    await ask('mutation ($input: CreateContactInput!) { result: createContact(input: $input) { __typename } }', {
      input: { conferenceId, address: emailOf('reader', index), latinName: `${latinGiven} ${latinFamily}`, ...(native === undefined ? {} : { nativeName: native }), organisation, country, tags: ['second-wave'] },
    });
  }
  const campaign = await runningCampaign(ask, conferenceId);
  const programme = await fullestProgramme(stage);
  const desk = `/console/conferences/${slug}`;
  const shots = [
    { file: 'programme', top: 0, path: `/en/conferences/${programme}/programme`, visitor: 'nobody' },
    { file: 'console-grid', top: 380, path: `/en/console/conferences/${programme}/programme`, visitor: 'staff' },
    { file: 'registrations', top: 0, path: `/en${desk}/registrations`, visitor: 'staff' },
    { file: 'campaign-run', top: 0, path: `/en${desk}/campaigns/${campaign}`, visitor: 'staff' },
  ] as const;
  for (const { file, top, path, visitor } of shots) {
    const page = await (await stage.context({ storageState: visitors[visitor], colorScheme: 'light', viewport: { width: 1200, height: 900 } })).newPage();
    await page.goto(`${stage.site}${path}`);
    await sharp(await page.screenshot({ fullPage: true, clip: { x: 0, y: top, width: 1200, height: 900 } })).webp({ quality: 82 }).toFile(`${folder}/${file}.webp`);
    await page.context().close();
  }
  await arabicPhone(stage, visitors, folder);
  return [...shots.map(({ file }) => `${file}.webp`), 'registration-arabic.webp'];
}

type Ask = <Result>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Result>;

/** So slow that it is under way when it is looked at. */
async function runningCampaign(ask: Ask, conferenceId: string): Promise<string> {
  const [template] = (await ask<{ edges: readonly { node: { id: string; purpose: string } }[] }>('query ($id: ID!) { result: templates(conferenceId: $id, first: 10) { edges { node { id purpose } } } }', { id: conferenceId })).edges.filter(({ node }) => node.purpose === 'INVITATION');
  const { id: audienceId } = await ask<{ id: string }>('mutation ($input: CreateAudienceInput!) { result: createAudience(input: $input) { ... on Audience { id } } }', { input: { conferenceId, name: 'Second wave', filter: { tags: ['second-wave'], withoutInvited: false, withoutRegistered: false } } });
  const { id } = await ask<{ id: string }>('mutation ($input: CreateCampaignInput!) { result: createCampaign(input: $input) { ... on Campaign { id } } }', {
    input: { conferenceId, name: 'Second wave', templateId: template?.node.id, audienceId, replyTo: 'desk@example.org', pace: { perMinute: 12 } },
  });
  const started = await ask<{ message?: string }>('mutation ($id: ID!, $count: Int!) { result: startCampaign(id: $id, recipients: $count) { __typename ... on Refusal { message } } }', { id, count: PEOPLE.length });
  if (started.message !== undefined) throw new Error(started.message);
  for (let settled = 0, tries = 0; settled < 3 && tries < 60; tries += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    settled = (await ask<{ progress: { settled: number } }>('query ($id: ID!) { result: campaign(id: $id) { progress { settled } } }', { id })).progress.settled;
  }
  return id;
}

/** The conference that every start of the system shows first has days with rooms full of sessions. */
async function fullestProgramme({ running, scenery }: Stage): Promise<string> {
  const { conferences } = await asAdministrator<{ conferences: { edges: readonly { node: { slug: string; state: string } }[] } }>(running, '{ conferences(first: 20) { edges { node { slug state } } } }');
  return conferences.edges.map(({ node }) => node).find(({ slug, state }) => state === 'OPEN' && slug !== scenery.slug && slug !== 'still-water')?.slug ?? scenery.slug;
}

/** Three pages of a registration in Arabic, as a phone shows them. */
async function arabicPhone(stage: Stage, visitors: Visitors, folder: string): Promise<void> {
  const page = await (await stage.context({ storageState: visitors.delegate, colorScheme: 'light', viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${stage.site}/ar/me`);
  const draft = await page.locator('.card:has-text("آمنة") a').first().getAttribute('href') ?? '';
  const confirmed = await page.locator('.card:has(.chip.good) a').first().getAttribute('href') ?? '';
  const phones: Buffer[] = [];
  for (const path of [`${draft}/names`, `${draft}/review`, confirmed]) {
    await page.goto(`${stage.site}${path}`);
    phones.push(await page.screenshot());
  }
  await page.context().close();
  const [width, height, gap] = [390, 844, 30];
  await sharp({ create: { width: 3 * width + 4 * gap, height: height + 2 * gap, channels: 3, background: '#e9e2d9' } })
    .composite(phones.map((input, index) => ({ input, top: gap, left: gap + index * (width + gap) }))).webp({ quality: 82 }).toFile(`${folder}/registration-arabic.webp`);
}
