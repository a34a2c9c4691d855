import { direction, LOCALES } from '#i18n';
import { data, redirect } from 'react-router';
import type { Route } from './+types/template-room.js';
import { apiContext } from '../../api/context.js';
import { ChoiceField, SelectField, Summary, TextField } from '../../forms/field.js';
import { chosen, line, typedIn } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';
import { PlaceholderChips } from './placeholder-chips.js';
import { PreviewList } from './preview-list.js';
import { PutAwayForm } from './put-away-form.js';
import { ArchiveTemplate, ATTACHMENTS, Previews, PURPOSES, TemplateOf, Test, Update, words } from './template-data.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  const { template, templatePlaceholders } = await api.ask(request, params.locale, TemplateOf, { id: params.template });
  if (conference === null || template === null) throw new Response(null, { status: 404 });
  const tag = tabOf(query.get('lang'), template.texts);
  const known = template.texts.some(({ locale }) => locale === tag);
  const { previewTemplate } = known ? await api.ask(request, params.locale, Previews, { id: template.id, locale: tag, audienceId: query.get('audience'), campaignId: query.get('campaign') }) : { previewTemplate: [] };
  return { conference, template, whose: whoseIn(query), campaign: query.get('campaign'), placeholders: templatePlaceholders, tag, previews: previewTemplate, sent: Number(query.get('sent')), isSaved: query.has('saved') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const back = (result: { message?: string; problems?: readonly { path: string; message: string }[] }, version = line(form, 'version') ?? '') =>
    data<FormAnswer>({ message: result.message, problems: result.problems ?? [], values: { ...typedIn(form), version: [version] } }, { status: 422 });
  const { template } = await api.ask(request, params.locale, TemplateOf, { id: params.template });
  if (template === null) throw new Response(null, { status: 404 });
  const tag = tabOf(line(form, 'lang'), template.texts);
  const whose = whoseIn(new URL(request.url).searchParams);
  const here = `${baseOf(params)}/templates/${template.id}?lang=${tag}${whose}`;
  if (form.get('do') === 'put-away') {
    const { result } = await api.ask(request, params.locale, ArchiveTemplate, { id: template.id });
    return result.__typename === 'MailTemplate' ? redirect(`${baseOf(params)}/templates`) : back(result);
  }
  const others = template.texts.filter(({ locale }) => locale !== tag);
  const mine = { locale: tag, subject: line(form, 'subject') ?? '', preheader: line(form, 'preheader') ?? '', body: line(form, 'body') ?? '' };
  const texts = form.get('do') === 'remove' ? others : template.texts.some(({ locale }) => locale === tag) ? template.texts.map((text) => (text.locale === tag ? mine : text)) : [...others, mine];
  const fallbacks = words(line(form, 'fallbacks')).filter((locale) => texts.some((text) => text.locale === locale));
  const { result } = await api.ask(request, params.locale, Update, {
    input: {
      id: template.id, version: Number(line(form, 'version') ?? 0), name: line(form, 'name') ?? '', purpose: PURPOSES.find((one) => one === form.get('purpose')) ?? template.purpose, texts: [...texts],
      fallbacks, attachments: ATTACHMENTS.filter((one) => chosen(form, 'attachments').includes(one)),
    },
  });
  if (result.__typename === 'MailTemplate' && form.get('do') === 'test') {
    // What stands in the fields is what is tried.
    const { result: tried } = await api.ask(request, params.locale, Test, { input: { templateId: template.id, to: words(line(form, 'to')), locales: form.has('this') ? [tag] : null } });
    return tried.__typename === 'TestLetters' ? redirect(`${here}&sent=${tried.letters}#test`) : back(tried, String(result.version));
  }
  if (result.__typename === 'MailTemplate') return redirect(form.get('do') === 'remove' ? `${baseOf(params)}/templates/${template.id}?${whose}` : `${here}&saved#preview`);
  // The field of this tab; a problem of another language stands in the summary under its own name.
  return back({ ...result, ...('problems' in result ? { problems: result.problems.map(({ path, message }) => ({ path: path.replace(`texts.${tag}.`, ''), message })) } : {}) });
}

/** Whose readers it is shown to, as the end of an address that is passed on from page to page. */
function whoseIn(query: URLSearchParams): string {
  return ['campaign', 'audience'].flatMap((name) => (query.has(name) ? [`&${name}=${encodeURIComponent(query.get(name) ?? '')}`] : [])).join('');
}

function tabOf(asked: string | null, texts: readonly { readonly locale: string }[]): string {
  const known: readonly string[] = LOCALES;
  return texts.find(({ locale }) => locale === asked)?.locale ?? known.find((locale) => locale === asked) ?? texts[0]?.locale ?? 'en';
}

export default function TemplateRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, language, number } = useTexts();
  const { conference, template, whose, campaign, placeholders, tag, previews, sent, isSaved } = loaderData;
  const text = template.texts.find(({ locale }) => locale === tag);
  const here = `${baseOf(params)}/templates/${template.id}`;
  const tabs = [...template.texts.map(({ locale }) => locale), ...LOCALES.filter((locale) => !template.texts.some((one) => one.locale === locale))];
  const names = { name: t('console.campaigns.name'), subject: t('console.templates.subject'), preheader: t('console.templates.preheader'), body: t('console.templates.body'), to: t('console.templates.test-to') };
  return (
    <CampaignsFrame params={params} title={template.name} conference={conference} here="templates">
      {campaign !== null && <p><a href={`${baseOf(params)}/${encodeURIComponent(campaign)}`}>{t('console.templates.back-to-campaign')}</a></p>}
      <nav aria-label={t('console.templates.tabs')}>
        <ul className="tabs">{tabs.map((locale) => <li key={locale}><a href={`${here}?lang=${locale}${whose}`} aria-current={locale === tag ? 'page' : undefined} lang={locale}>{template.texts.some((one) => one.locale === locale) ? '' : '+ '}{language(locale)}</a></li>)}</ul>
      </nav>
      <Summary answer={actionData} names={names} />
      {isSaved && <p className="note good" role="status">{t('console.templates.saved')}</p>}
      <form method="post" noValidate>
        <input type="hidden" name="version" value={actionData?.values['version']?.[0] ?? template.version} />
        <input type="hidden" name="lang" value={tag} />
        <TextField name="subject" label={t('console.templates.subject')} value={text?.subject} lang={tag} direction={direction(tag)} answer={actionData} required />
        <TextField name="preheader" label={t('console.templates.preheader')} hint={t('console.templates.preheader-hint')} value={text?.preheader} lang={tag} direction={direction(tag)} answer={actionData} />
        <TextField name="body" label={t('console.templates.body')} hint={t('console.templates.body-hint')} value={text?.body} lines={18} lang={tag} direction={direction(tag)} answer={actionData} required />
        <PlaceholderChips placeholders={placeholders} />
        <details open={actionData?.problems.some(({ path }) => path === 'name') === true}>
          <summary>{template.name}</summary>
          <TextField name="name" label={t('console.campaigns.name')} value={template.name} answer={actionData} required />
          <SelectField name="purpose" label={t('console.campaigns.purpose')} value={template.purpose} choices={PURPOSES.map((value) => ({ value, label: t(`campaign.what.${value}`) }))} answer={actionData} required />
          <ChoiceField name="attachments" label={t('console.templates.attachments')} many values={template.attachments} choices={ATTACHMENTS.map((value) => ({ value, label: t(`console.templates.attachment.${value}`) }))} answer={actionData} />
          <TextField name="fallbacks" label={t('console.templates.fallbacks')} hint={t('console.templates.fallbacks-hint')} value={template.fallbacks.join(', ')} answer={actionData} ltr />
        </details>
        <p className="row">
          <button type="submit" name="do" value="save">{t('console.templates.save')}</button>
          {text !== undefined && template.texts.length > 1 && <button type="submit" name="do" value="remove" className="danger">{t('console.templates.remove')}</button>}
        </p>
        {previews.length > 0 && <PreviewList previews={previews} lang={tag} pathOf={(index) => `${here}/preview?lang=${tag}&n=${index}${whose}`} />}
        <section className="decide" id="test">
          <h2>{t('console.templates.test')}</h2>
          {sent > 0 && <p className="note good" role="status">{t('console.templates.test-sent', { count: sent })}</p>}
          <TextField name="to" label={t('console.templates.test-to')} hint={t('console.templates.test-to-hint')} answer={actionData} required ltr />
          <label className="row"><span className="pick"><input type="checkbox" name="this" defaultChecked={actionData === undefined || actionData.values['this'] !== undefined} /></span><span>{t('console.templates.test-this')} ({language(tag)})</span></label>
          <p><button type="submit" name="do" value="test" className="second">{t('console.templates.test-go')}</button> <span className="quiet">{template.texts.length > 1 ? `${number(template.texts.length)} ${t('console.templates.languages')}` : ''}</span></p>
        </section>
      </form>
      <PutAwayForm what="template" />
    </CampaignsFrame>
  );
}
