import { data, redirect } from 'react-router';
import type { Route } from './+types/category-room.js';
import { apiContext } from '../../api/context.js';
import type { Api } from '../../api/client.js';
import { Summary } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { isSiteLocale, textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PageScript } from '../../layout/page-script.js';
import { ConferenceNav } from '../conference-nav.js';
import { DefineCategory, described, EditedCategory } from './category-data.js';
import { CategoryFields, settingsIn } from './category-fields.js';
import { FormVersions } from './form-versions.js';
import { QuestionFields } from './question-fields.js';
import { QuestionList } from './question-list.js';
import { moved, placesIn, put, questionIn, questionOfPath } from './questions.js';

type Task = 'settings' | 'question' | 'order';

async function read(api: Api, request: Request, { locale, slug, category: key }: { locale: string; slug: string; category: string }) {
  const { conference } = await api.ask(request, locale, EditedCategory, { slug });
  const category = conference?.categories.find((one) => one.key === key);
  if (conference === null || category === undefined) throw new Response(null, { status: 404 });
  return { conference, category };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  return { ...await read(context.get(apiContext), request, params), asked: query.get('question'), done: query.get('done') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const { conference, category } = await read(api, request, params);
  const { t, own } = textsFor(params.locale);
  const values = typedIn(form);
  const deed = form.get('do');
  const task: Task = deed === 'settings' || deed === 'question' ? deed : 'order';
  const back = (answer: Omit<FormAnswer, 'values'>, status = 422) => data({ task, answer: { ...answer, values } }, { status });
  const { questions } = category.form;
  const key = line(form, 'question');
  const changed = deed === 'question' ? questionIn(form, questions) : undefined;
  if (deed === 'question' && changed === undefined) return back({ problems: [{ path: 'condition', message: t('console.form.condition-two') }] });
  const next = changed !== undefined ? put(questions, changed, key)
    : deed === 'remove' ? questions.filter((one) => one.key !== key)
      : deed === 'up' || deed === 'down' ? moved(questions, key ?? '', deed === 'up' ? -placesIn(form) : placesIn(form)) : [...questions];
  const seen = task === 'settings' ? null : Number(line(form, 'formVersion') ?? category.form.version);
  const { result } = await api.ask(request, params.locale, DefineCategory, {
    input: { ...described(conference.id, category), ...(task === 'settings' ? settingsIn(form, conference.timeZone) : {}), questions: next, formVersion: seen },
  });
  if (result.__typename === 'Category') return redirect(`${new URL(request.url).pathname}?done=${task === 'settings' ? 'category' : 'form'}${task === 'settings' ? '' : '#form'}`);
  if (result.__typename !== 'InvalidInput') return back({ problems: [], message: result.code === 'category.changed-meanwhile' && task === 'question' ? t('console.form.conflict') : result.message }, result.code === 'category.changed-meanwhile' ? 409 : 422);
  // What is wrong with the question in hand stands beside its fields; of others it is said whose it is.
  const mine = next.findIndex((one) => one === changed);
  return back({
    problems: result.problems.map(({ path, message }) => {
      const at = questionOfPath(path);
      if (at === undefined) return { path, message };
      return at.index === mine ? { path: at.rest.replace(/^condition\..*/, 'condition'), message } : { path: 'form', message: t('console.form.problem', { question: own(next[at.index]?.label), problem: message }) };
    }),
  });
}

/** A category: its settings, the builder of its form, and what its versions mean. */
export default function CategoryRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, language } = useTexts();
  const { conference, category, asked, done } = loaderData;
  const { questions, version } = category.form;
  const answer = (task: Task): FormAnswer | undefined => (actionData?.task === task ? actionData.answer : undefined);
  const inHand = questions.find((one) => one.key === asked);
  const earlier = inHand === undefined ? questions : questions.slice(0, questions.indexOf(inHand));
  const preview = (locale: string): string => `/${locale}/conferences/${params.slug}/preview/${category.key}`;
  return (
    <>
      <h1>{own(category.title)}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="overview" />
      <ul className="jumps parts"><li><a href="#form">{t('console.category.to-form')}</a></li><li><a href="#versions">{t('console.form.versions')}</a></li></ul>
      {done === 'category' && actionData === undefined && <p className="note good" role="status">{t('console.done.category')}</p>}
      <h2>{t('console.category.settings')}</h2>
      <form method="post" noValidate>
        <Summary answer={answer('settings')} />
        <CategoryFields category={category} locales={conference.locales} zone={conference.timeZone} answer={answer('settings')} />
        <button type="submit" name="do" value="settings">{t('console.save')}</button>
      </form>
      <section id="form">
        <h2>{t('console.form.title')}</h2>
        <p>{t('console.form.lead')}</p>
        {done === 'form' && actionData === undefined && <p className="note good" role="status">{t('console.form.done')}</p>}
        <Summary answer={answer('order')} />
        <QuestionList questions={questions} formVersion={version} />
        <details open={inHand !== undefined || answer('question') !== undefined || questions.length === 0} id="question">
          <summary>{t(inHand === undefined ? 'console.form.add' : 'console.form.change')}</summary>
          <form method="post" action={inHand === undefined ? '#question' : `?question=${encodeURIComponent(inHand.key)}#question`} noValidate>
            <Summary answer={answer('question')} names={{ label: t('console.form.label'), options: t('console.form.options'), condition: t('console.form.condition'), key: t('console.form.key') }} />
            {inHand !== undefined && <input type="hidden" name="question" value={inHand.key} />}
            <input type="hidden" name="formVersion" value={version} />
            <QuestionFields question={inHand} earlier={earlier} locales={conference.locales} answer={answer('question')} />
            <p className="row"><button type="submit" name="do" value="question">{t('console.form.put')}</button>{inHand !== undefined && <a className="button second" href="?#form">{t('console.form.add')}</a>}</p>
          </form>
        </details>
        <h3>{t('console.form.preview')}</h3>
        <p>{t('console.form.preview-lead')}</p>
        <ul className="jumps">{conference.locales.filter(isSiteLocale).map((locale) => <li key={locale}><a href={preview(locale)} hrefLang={locale}>{language(locale)}</a></li>)}</ul>
      </section>
      <FormVersions category={category} zone={conference.timeZone} />
      <PageScript name="questions" />
    </>
  );
}
