import { direction } from '#i18n';
import { data, redirect } from 'react-router';
import type { Route } from './+types/language-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { freshTexts } from '../../i18n/mended-texts.js';
import { line, typedIn } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { TextForm } from './text-form.js';

const Texts = graphql(`
  query ConsoleTexts($locale: String!, $search: String, $only: CatalogueTextsShown, $after: String) {
    languages { locale name isReviewed }
    catalogueTexts(locale: $locale, search: $search, only: $only, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { key english shipped mended } }
    }
  }
`);
const Mend = graphql(`mutation ConsoleMendText($input: MendTextInput!) { result: mendText(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Reset = graphql(`mutation ConsoleResetText($input: ResetTextInput!) { result: resetText(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const SHOWN = ['ALL', 'MISSING', 'MENDED'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const [search, only] = [query.get('q')?.trim() ?? '', SHOWN.find((one) => one === query.get('only')) ?? 'ALL'];
  const { languages, catalogueTexts } = await context.get(apiContext).ask(request, params.locale, Texts, { locale: params.tag, search: search === '' ? null : search, only, after: query.get('after') });
  const language = languages.find((one) => one.locale === params.tag);
  if (language === undefined) throw new Response(null, { status: 404 });
  return { language, texts: catalogueTexts, search, only, done: query.get('done') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const [key, text] = [line(form, 'key') ?? '', line(form, 'text') ?? ''];
  const { result } = form.get('do') === 'reset'
    ? await api.ask(request, params.locale, Reset, { input: { locale: params.tag, key } })
    : await api.ask(request, params.locale, Mend, { input: { locale: params.tag, key, text } });
  if (result.__typename === 'CatalogueText') {
    await freshTexts(api);
    const back = new URL(request.url);
    back.searchParams.set('done', key);
    return redirect(`${back.pathname}${back.search}#${key}`);
  }
  const answer: FormAnswer = { message: result.message, problems: 'problems' in result ? result.problems : [], values: typedIn(form) };
  return data({ key, answer }, { status: 422 });
}

/** The texts of one language beside the English ones: looked for, changed, and set back. */
export default function LanguageRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { language, texts, search, only, done } = loaderData;
  const here = `/${params.locale}/console/languages/${params.tag}`;
  const next = new URLSearchParams({ q: search, only, after: texts.pageInfo.endCursor ?? '' });
  return (
    <>
      <p className="eyebrow"><a href={`/${params.locale}/console/languages`}>{t('console.languages.title')}</a></p>
      <h1 lang={language.locale}><bdi>{language.name}</bdi></h1>
      {!language.isReviewed && <p><span className="chip wait">{t('console.languages.unreviewed')}</span></p>}
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="q">{t('console.languages.search')}</label><input id="q" name="q" type="search" defaultValue={search} dir="auto" /></div>
        <div className="field">
          <label htmlFor="only">{t('console.languages.only')}</label>
          <select id="only" name="only" defaultValue={only}>{SHOWN.map((one) => <option key={one} value={one}>{t(`console.languages.only.${one}`)}</option>)}</select>
        </div>
        <button className="second" type="submit">{t('web.search')}</button>
      </form>
      <p className="quiet">{t('console.languages.count', { count: texts.totalCount })}</p>
      {texts.edges.length === 0 && <p className="empty">{t('console.languages.none')}</p>}
      {texts.edges.map(({ node }) => (
        <TextForm
          key={node.key} text={node} tag={language.locale} direction={direction(language.locale)} isDone={done === node.key}
          answer={actionData?.key === node.key ? actionData.answer : undefined} path={`${here}?${new URLSearchParams({ q: search, only }).toString()}`}
        />
      ))}
      {texts.pageInfo.hasNextPage && <p><a className="button second" href={`${here}?${next.toString()}`}>{t('console.next-page')}</a></p>}
    </>
  );
}
