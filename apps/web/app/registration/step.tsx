import { data, redirect } from 'react-router';
import type { Route } from './+types/step.js';
import { apiContext } from '../api/context.js';
import { Summary } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import type { FormAnswer, Problem } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { PageScript } from '../layout/page-script.js';
import { detailsOf } from './details.js';
import { Draft, stepOf, STEPS, stepsOf, SubmitDraft, UpdateDraft } from './draft.js';
import type { DraftData, Step } from './draft.js';
import { ConsentStep, ContactStep, DocumentStep, NamesStep } from './step-fields.js';
import { QuestionsStep } from './step-questions.js';
import { Review } from './step-review.js';
import { filesOf, upload } from './upload.js';

async function draftOf({ request, params, context }: { request: Request; params: { locale: string; id: string; step: string }; context: Route.LoaderArgs['context'] }): Promise<{ draft: DraftData; step: Step }> {
  const { registration } = await context.get(apiContext).ask(request, params.locale, Draft, { id: params.id });
  if (registration === null) throw new Response(null, { status: 404 });
  const step = stepsOf(registration).find((one) => one === params.step);
  if (step === undefined) throw new Response(null, { status: 404 });
  return { draft: registration, step };
}

/** The fields of a category's form that take a file. */
function fileQuestions(draft: DraftData): string[] {
  return draft.category.form.questions.filter(({ kind }) => kind === 'FILE').map(({ key }) => `answers.${key}`);
}

export async function loader(args: Route.LoaderArgs) {
  const { draft, step } = await draftOf(args);
  if (draft.state !== 'DRAFT' && (!draft.isEditable || step === 'review')) throw redirect(`/${args.params.locale}/registrations/${draft.id}`);
  return { draft, step, key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { request, params, context } = args;
  const { draft, step } = await draftOf({ request: new Request(request.url, { headers: request.headers }), params, context });
  const form = await request.formData();
  const api = context.get(apiContext);
  const status = `/${params.locale}/registrations/${draft.id}`;
  const back = (problems: readonly Problem[], message?: string, values: FormAnswer['values'] = {}) => data({ problems, message, values: { ...typedIn(form), ...values } } satisfies FormAnswer, { status: 422 });
  if (step === 'review') {
    const { result } = await api.ask(request, params.locale, SubmitDraft, { input: { id: draft.id, joinLine: form.get('joinLine') !== 'no' }, key: line(form, 'key') });
    if (result.__typename === 'Registration') return redirect(status);
    if (result.__typename === 'AlreadyRegistered') return redirect(`/${params.locale}/registrations/${result.registration.id}?already=1`);
    // What is missing is on other pages; nothing on this one is marked.
    return result.__typename === 'InvalidInput' ? back(result.problems, textsFor(params.locale).t('web.review.missing')) : back([], result.message);
  }
  const files = await filesOf(form, fileQuestions(draft), (file) => upload(api, request, params.locale, file));
  const { problems } = files;
  const { result } = await api.ask(request, params.locale, UpdateDraft, { input: { id: draft.id, details: detailsOf(step, form, draft, files.ids) } });
  if (result.__typename !== 'Registration') return back([...problems, ...(result.__typename === 'InvalidInput' ? result.problems : [])], result.message, files.values);
  if (problems.length > 0) return back(problems, undefined, files.values);
  if (draft.state !== 'DRAFT') return redirect(status);
  const steps = stepsOf(draft);
  const next = form.get('back') === null ? steps[steps.indexOf(step) + 1] : steps[steps.indexOf(step) - 1];
  return redirect(`${status}/${next ?? 'review'}`);
}

export const meta: Route.MetaFunction = ({ params }) => {
  const { t } = textsFor(params.locale ?? 'en');
  const step = STEPS.find((one) => one === params.step);
  return [{ title: step === undefined ? t('web.register.title') : `${t(`web.step.${step}`)} · ${t('web.register.title')}` }, { name: 'robots', content: 'noindex' }];
};

export default function StepPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own } = useTexts();
  const { draft, step, key } = loaderData;
  const steps = stepsOf(draft);
  const base = `/${params.locale}/registrations/${draft.id}`;
  const isDraft = draft.state === 'DRAFT';
  return (
    <main id="main" className="narrow">
      <p className="eyebrow">{own(draft.conference.title)} · {own(draft.category.title)}</p>
      {isDraft && (
        <ol className="steps" aria-label={t('web.register.steps')}>
          {steps.map((one) => <li key={one}>{one === step ? <span aria-current="step">{t(`web.step.${one}`)}</span> : <a href={`${base}/${one}`}>{t(`web.step.${one}`)}</a>}</li>)}
        </ol>
      )}
      <h1>{t(`web.step.${step}`)}</h1>
      <form method="post" encType="multipart/form-data" noValidate>
        <Summary answer={actionData} names={Object.fromEntries(draft.category.form.questions.map((question) => [`answers.${question.key}`, own(question.label)]))} pageOf={(path) => (step === 'review' ? `${base}/${stepOf(path)}` : '')} />
        {step === 'names' && <NamesStep draft={draft} answer={actionData} />}
        {step === 'contact' && <ContactStep draft={draft} answer={actionData} />}
        {step === 'document' && <DocumentStep draft={draft} answer={actionData} />}
        {step === 'questions' && <QuestionsStep draft={draft} answer={actionData} />}
        {step === 'consent' && <ConsentStep draft={draft} answer={actionData} />}
        {step === 'review' && <Review draft={draft} base={base} />}
        <input type="hidden" name="key" value={key} />
        <div className="row">
          <button type="submit">{t(step === 'review' ? 'web.register.submit' : isDraft ? 'web.register.next' : 'web.register.save')}</button>
          {!isDraft && <a className="button second" href={base}>{t('web.cancel')}</a>}
        </div>
        {isDraft && <p className="quiet">{t('web.register.kept')}</p>}
      </form>
      {step === 'names' && <PageScript name="badge" />}
      {step === 'questions' && fileQuestions(draft).length > 0 && <PageScript name="upload" />}
    </main>
  );
}
