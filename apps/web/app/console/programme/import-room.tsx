import { data, redirect } from 'react-router';
import type { Route } from './+types/import-room.js';
import { apiContext } from '../../api/context.js';
import { SelectField, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { EditionForm } from './edition-form.js';
import { beginWith, fileIn, importFile, loadBeginning, MOST_BYTES } from './import-data.js';
import { Problems, Tried } from './import-outcome.js';
import { ProgrammeFrame } from './programme-frame.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return { ...await loadBeginning({ api: context.get(apiContext), request, locale: params.locale }, params.slug), key: crypto.randomUUID() };
}

/** Tries a file, takes one in that was tried, or begins with an earlier edition. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const ask = { api: context.get(apiContext), request, locale: params.locale };
  const { t } = textsFor(params.locale);
  const { conference } = await loadBeginning(ask, params.slug);
  const draft = `/${params.locale}/console/conferences/${params.slug}/programme`;
  const nothing = { file: undefined, tried: undefined, problems: [], by: undefined, values: typedIn(form) };
  if (form.get('do') === 'clone') {
    const result = await beginWith(line(form, 'edition') ?? '', conference.id, ask, line(form, 'key'));
    if (result.__typename === 'ProgrammeCloned') return redirect(`${draft}?cloned=${result.sessions}&forums=${result.forums}`);
    return data({ ...nothing, task: 'clone' as const, message: result.message }, { status: 409 });
  }
  const file = await fileIn(form);
  const back = (answer: object, status: number) => data({ ...nothing, task: 'file' as const, message: '', ...answer }, { status });
  if (typeof file === 'string') return back({ message: t(`console.intake.file-${file}`, { kilobytes: MOST_BYTES / 1000 }) }, 422);
  const result = await importFile(file, form, conference.id, ask, form.get('do') === 'take' ? line(form, 'key') ?? crypto.randomUUID() : null);
  if (result.__typename === 'ProgrammeImported') {
    return form.get('do') === 'take' ? redirect(`${draft}?taken=${result.added}&changed=${result.changed}&forums=${result.forums}`) : data({ ...nothing, task: 'file' as const, message: '', file, tried: result });
  }
  return data({ ...nothing, task: 'file' as const, file, message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], by: result.__typename === 'RoomTaken' ? result.by : undefined }, { status: 422 });
}

/** How a programme begins: from a file, tried before it is taken, or with what an earlier edition showed. */
export default function ImportRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span, language } = useTexts();
  const { conference, editions, hasProgramme, key } = loaderData;
  const answer = actionData === undefined ? undefined : { problems: [], values: actionData.values };
  const [file, tried] = [actionData?.file, actionData?.tried];
  const refused = actionData?.task === 'file' && tried === undefined;
  return (
    <ProgrammeFrame locale={params.locale} slug={params.slug} conference={conference} here="import">
      {actionData !== undefined && refused && (
        <section aria-label={t('console.intake.wrong')} role="alert">
          <p className="note bad"><strong>{file === undefined ? actionData.message : t('console.intake.not-taken', { name: file.name })}</strong></p>
          {file !== undefined && actionData.problems.length === 0 && <p>{actionData.message}</p>}
          {actionData.by !== undefined && <p>{t('console.sessions.taken', { title: own(actionData.by.title), times: span(actionData.by.startsAt, actionData.by.endsAt, conference.timeZone) })}</p>}
          <Problems problems={actionData.problems} />
        </section>
      )}
      {file !== undefined && tried !== undefined && (
        <form method="post" className="decide">
          <h2>{t('console.intake.tried', { name: file.name })}</h2>
          <Tried outcome={tried} />
          <input type="hidden" name="content" value={file.content} /><input type="hidden" name="fileName" value={file.name} />
          {(['language', 'sheet'] as const).map((name) => <input key={name} type="hidden" name={name} value={actionData?.values[name]?.[0] ?? ''} />)}
          <input type="hidden" name="key" value={key} />
          <p className="row"><button type="submit" name="do" value="take">{t('console.intake.take')}</button><a className="button second" href="?">{t('console.intake.another')}</a></p>
        </form>
      )}
      <h2>{t('console.intake.file-title')}</h2>
      <p>{t('console.intake.file-lead')}</p>
      <p><a href="import/sample" download>{t('console.intake.sample')}</a></p>
      <form method="post" encType="multipart/form-data" className="narrow start" noValidate>
        <div className={refused && file === undefined ? 'field wrong' : 'field'}>
          <label htmlFor="file">{t('console.intake.file')}</label>
          <p className="hint" id="file-hint">{t('console.intake.file-hint', { kilobytes: MOST_BYTES / 1000 })}</p>
          <input id="file" name="file" type="file" required aria-describedby="file-hint" accept=".csv,.txt,.tsv,.xlsx,.json,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
        </div>
        {conference.locales.length > 1 && <SelectField name="language" label={t('console.intake.language')} hint={t('console.intake.language-hint')} required choices={conference.locales.map((tag) => ({ value: tag, label: language(tag) }))} value={conference.locales[0]} answer={answer} />}
        <TextField name="sheet" label={t('console.intake.sheet')} hint={t('console.intake.sheet-hint')} answer={answer} />
        <button type="submit" name="do" value="try">{t('console.intake.try')}</button>
      </form>
      <EditionForm editions={editions} hasProgramme={hasProgramme} idempotencyKey={key} refused={actionData?.task === 'clone' ? actionData.message : undefined} />
    </ProgrammeFrame>
  );
}
