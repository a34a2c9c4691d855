import type { Texts } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import type { DraftData } from './draft.js';
import { readablePhone } from './phone.js';

/** Everything given so far, each topic with the way back to it. */
export function Review({ draft, base }: { readonly draft: DraftData; readonly base: string }): React.ReactElement {
  const texts = useTexts();
  const { t, country, own } = texts;
  const { names } = draft.person;
  const places = draft.category.places;
  return (
    <>
      <p className="lead">{t('web.review.lead')}</p>
      {places.remaining === 0 && places.lineOpen && (
        <p className="note wait">{t('web.review.line')}</p>
      )}
      <Topic title={t('web.step.names')} path={`${base}/names`} pairs={[[t('web.review.name'), names.full], [t('web.names.native'), names.native], [t('web.review.latin'), names.fullLatin], [t('web.names.badge'), names.badge]]} />
      <Topic title={t('web.step.contact')} path={`${base}/contact`} pairs={[
        [t('web.field.nationality'), draft.person.nationality === null ? null : country(draft.person.nationality)], [t('web.field.residence'), draft.person.residence === null ? null : country(draft.person.residence)],
        [t('web.field.phone'), draft.phone === null ? null : readablePhone(draft.phone)], [t('web.field.organisation'), draft.organisation], [t('web.field.job-title'), draft.jobTitle], [t('web.field.dietary'), draft.dietaryNeeds], [t('web.field.access'), draft.accessNeeds]]} />
      {draft.category.asksTravelDocument && <Topic title={t('web.step.document')} path={`${base}/document`} pairs={[[t('web.document.number'), draft.travelDocument?.maskedNumber ?? null]]} />}
      {draft.category.form.questions.length > 0 && (
        <Topic title={t('web.step.questions')} path={`${base}/questions`} pairs={draft.category.form.questions.map((question) => [own(question.label), answerText(question, draft, texts)])} />
      )}
    </>
  );
}

function Topic({ title, path, pairs }: { readonly title: string; readonly path: string; readonly pairs: readonly (readonly [string, string | null | undefined])[] }): React.ReactElement {
  const { t } = useTexts();
  const given = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <section>
      <h2>{title} <a className="quiet" href={path}>{t('web.review.change')}<span className="hidden"> {title}</span></a></h2>
      {given.length === 0 && <p className="quiet">{t('web.review.nothing')}</p>}
      <dl className="pairs">
        {given.map(([name, value]) => <div key={name} className="pair"><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}
      </dl>
    </section>
  );
}

function answerText(question: DraftData['category']['form']['questions'][number], draft: DraftData, { t, own, country, list, days }: Texts): string | null {
  const answer = draft.answers.find((one) => one.question === question.key);
  if (answer === undefined) return null;
  if (answer.choices !== null) return list(answer.choices.map((key) => own(question.options.find((option) => option.key === key)?.label ?? { en: key })));
  if (answer.yes !== null) return t(answer.yes ? 'web.yes' : 'web.no');
  if (answer.country !== null) return country(answer.country);
  return answer.text ?? (answer.date === null ? undefined : days(answer.date)) ?? answer.file?.name ?? null;
}
