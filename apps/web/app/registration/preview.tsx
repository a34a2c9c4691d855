import type { Route } from './+types/preview.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { QuestionsStep } from './step-questions.js';

const Previewed = graphql(`
  query PreviewedForm($slug: String!) {
    conference(slug: $slug) { slug documentsKeptDays categories { key title form { questions { key kind label hint required options { key label } condition { question equalsAny } } } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conference } = await context.get(apiContext).ask(request, params.locale, Previewed, { slug: params.slug });
  const category = conference?.categories.find(({ key }) => key === params.category);
  if (conference == null || category === undefined) throw new Response(null, { status: 404 });
  return { conference, category };
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => [{ title: loaderData === undefined ? '' : textsFor(params.locale).own(loaderData.category.title) }, { name: 'robots', content: 'noindex' }];

/** A category's form as a delegate meets it, in any language of the site; there is nothing to send. */
export default function Preview({ loaderData: { conference, category }, params }: Route.ComponentProps): React.ReactElement {
  const { t, own } = useTexts();
  return (
    <div className="narrow start">
      <h1 dir="auto">{t('console.preview.title', { category: own(category.title) })}</h1>
      <p className="note" dir="auto">{t('console.preview.note')}</p>
      <h2>{t('web.step.questions')}</h2>
      {category.form.questions.length === 0 ? <p className="empty">{t('console.preview.empty')}</p> : <form><QuestionsStep draft={{ conference, category, answers: [] }} answer={undefined} /></form>}
      <p><a href={`/${params.locale}/console/conferences/${params.slug}/categories/${category.key}#form`}>{t('console.preview.back')}</a></p>
    </div>
  );
}
