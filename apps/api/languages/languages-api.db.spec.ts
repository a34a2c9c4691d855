import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { t } from '#i18n';
import { FreshTexts } from '#languages';
import { UnitOfWork } from '#platform';
import { WholeApi } from '../testing/whole-api.js';

const MEND = `mutation ($input: MendTextInput!) { result: mendText(input: $input) {
  __typename ... on CatalogueText { key shipped mended } ... on Refusal { code message } ... on InvalidInput { problems { path code message } } } }`;
const RESET = `mutation ($input: ResetTextInput!) { result: resetText(input: $input) { __typename ... on CatalogueText { key shipped mended } ... on Refusal { code } } }`;
const LINES = `query ($locale: String!, $search: String, $only: CatalogueTextsShown, $first: Int, $after: String) {
  result: catalogueTexts(locale: $locale, search: $search, only: $only, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { key english shipped mended } } } }`;

interface Lines {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly key: string; readonly mended: string | null } }[];
}

let api: WholeApi;
beforeAll(async () => { api = await WholeApi.open(); }, 60_000);
afterAll(() => api.close());

const mend = (key: string, text: string, locale = 'fr'): Promise<object> => api.done(MEND, { input: { locale, key, text } });
const served = async (tag?: string): Promise<{ status: number; tag: string; texts: object[] }> => {
  const answer = await api.app.inject({ method: 'GET', url: '/texts', headers: tag === undefined ? {} : { 'if-none-match': tag } });
  return { status: answer.statusCode, tag: String(answer.headers['etag']), texts: answer.statusCode === 200 ? answer.json<{ texts: object[] }>().texts : [] };
};

describe('a text of the house', () => {
  it('is said otherwise at once, by pages and letters alike, and again as shipped', async () => {
    const before = await served();
    expect(before).toMatchObject({ status: 200, texts: [] });
    expect(await mend('web.search', '  Chercher\n ici ')).toMatchObject({ __typename: 'CatalogueText', shipped: 'Rechercher', mended: 'Chercher ici' });
    expect(t('fr', 'web.search')).toBe('Chercher ici');
    const changed = await served(before.tag);
    expect(changed).toMatchObject({ status: 200, texts: [{ locale: 'fr', key: 'web.search', text: 'Chercher ici' }] });
    expect((await served(changed.tag)).status).toBe(304);
    expect(await api.done(RESET, { input: { locale: 'fr', key: 'web.search' } })).toMatchObject({ mended: null });
    expect([t('fr', 'web.search'), (await served(changed.tag)).texts]).toEqual(['Rechercher', []]);
    expect(await api.database.source.query("SELECT action, data FROM audit_entry WHERE subject_kind = 'text' ORDER BY at")).toEqual([
      { action: 'text.mended', data: { locale: 'fr', key: 'web.search' } }, { action: 'text.reset', data: { locale: 'fr', key: 'web.search' } },
    ]);
  });

  it('that is the shipped one again is no change, and leaves no line behind', async () => {
    await mend('web.cancel', 'Abandonner');
    expect(await mend('web.cancel', 'Annuler')).toMatchObject({ shipped: 'Annuler', mended: null });
    const deeds = await api.database.source.query<unknown[]>("SELECT 1 FROM audit_entry WHERE subject_kind = 'text'");
    await mend('web.cancel', 'Annuler');
    expect(await api.database.source.query("SELECT 1 FROM audit_entry WHERE subject_kind = 'text'")).toHaveLength(deeds.length);
  });

  it('must parse, and say what the shipped one says with nothing that it is not given', async () => {
    const problem = async (key: string, text: string, locale = 'fr') => (await mend(key, text, locale) as { problems: { path: string; code: string; message: string }[] }).problems[0];
    expect(await problem('web.visits.until', 'Avant {moment')).toMatchObject({ path: 'text', code: 'text-malformed' });
    expect(await problem('web.visits.until', 'Avant {instant}, {moment}')).toMatchObject({ code: 'text-foreign', message: 'This text is not given {instant}.' });
    expect(await problem('web.visits.until', 'Bientôt')).toMatchObject({ code: 'text-lacks', message: 'Please keep what the text is filled with: {moment}.' });
    expect(await problem('web.programme.sessions', '{count, plural, one {# séance}}')).toMatchObject({ code: 'text-malformed' });
    expect(await problem('web.search', ' ')).toMatchObject({ code: 'required' });
    expect(await problem('web.nothing', 'x')).toMatchObject({ path: 'key', code: 'unknown' });
    expect(await problem('web.search', 'x', 'tlh')).toMatchObject({ path: 'locale', code: 'locale-unknown' });
    expect(t('fr', 'web.visits.until', { moment: 'midi' })).toContain('midi');
  });

  it('is mended by owners of the installation only', async () => {
    const { bearer } = await api.signIn('delegate@example.org');
    expect(await api.ask(MEND, { input: { locale: 'fr', key: 'web.search', text: 'x' } }, { as: { bearer } })).toMatchObject({ data: { result: { code: 'access.denied' } } });
    expect((await api.ask(LINES, { locale: 'fr' }, { as: { bearer } })).errors?.[0]?.extensions.code).toBe('access.denied');
    expect((await api.ask(LINES, { locale: 'tlh' })).errors?.[0]?.extensions.code).toBe('language.unknown');
  });

  it('is found by its key and by its words, missing ones and mended ones apart, page by page', async () => {
    await mend('web.yes', 'Mais oui');
    const lines = (variables: object): Promise<Lines> => api.done(LINES, { locale: 'fr', ...variables });
    expect((await lines({ only: 'MENDED' })).edges.map(({ node }) => [node.key, node.mended])).toEqual([['web.yes', 'Mais oui']]);
    expect((await lines({ search: 'tableau Ronde' })).edges).toEqual([]);
    expect((await lines({ search: 'TABLE ronde' })).edges.map(({ node }) => node.key)).toEqual(['state.forum.ROUNDTABLE']);
    const first = await lines({ search: 'web.error', first: 4 });
    const second = await lines({ search: 'web.error', first: 200, after: first.pageInfo.endCursor });
    const keys = [...first.edges, ...second.edges].map(({ node }) => node.key);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, keys.length, new Set(keys).size]).toEqual([true, false, first.totalCount, first.totalCount]);
  });

  it('is said otherwise by another process soon after, which looks by itself', async () => {
    const other = new FreshTexts(api.app.get(UnitOfWork), { debug: () => undefined, info: () => undefined, warn: () => undefined, fault: () => '' });
    await other.onModuleInit();
    const known = other.now.version;
    await mend('web.no', 'Que non');
    for (const end = Date.now() + 40_000; other.now.version === known && Date.now() < end;) await new Promise((resolve) => { setTimeout(resolve, 50); });
    other.onApplicationShutdown();
    expect(other.now.texts).toContainEqual({ locale: 'fr', key: 'web.no', text: 'Que non' });
  });
});

describe('the languages', () => {
  it('are told to everybody with how far they have come', async () => {
    const languages = await api.done<readonly { locale: string; name: string; wanted: number; written: number; isReviewed: boolean }[]>('{ result: languages { locale name wanted written mended isReviewed } }', {}, { as: 'nobody' });
    expect(languages).toHaveLength(11);
    expect(languages.find(({ locale }) => locale === 'en')).toMatchObject({ name: 'English', isReviewed: true });
    expect(languages.find(({ locale }) => locale === 'ar')).toMatchObject({ name: 'العربية', isReviewed: false });
    for (const { written, wanted } of languages) expect(written / wanted).toBeGreaterThan(0.75);
  });
});
