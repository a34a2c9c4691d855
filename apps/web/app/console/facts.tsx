import { useTexts } from '../i18n/use-texts.js';
import { readablePhone } from '../registration/phone.js';
import type { DeskRegistration } from './desk-registration.js';

type Fact = readonly [name: string, value: React.ReactNode];

/** What a delegate has told us, empty fields left out; addresses and phones run from left to right in every language. */
export function Facts({ registration: one }: { readonly registration: DeskRegistration }): React.ReactElement {
  const { t, own, country, days, list, language } = useTexts();
  const { names } = one.person;
  const place = (code: string | null): string | null => (code === null ? null : country(code));
  const facts: readonly Fact[] = [
    [t('web.names.salutation'), names.salutation], [t('web.review.latin'), names.fullLatin], [t('web.names.badge'), names.badge],
    [t('web.field.email'), one.email === null ? null : <a className="ltr" href={`mailto:${one.email}`}>{one.email}</a>],
    [t('web.field.phone'), one.phone === null ? null : <span className="ltr">{readablePhone(one.phone)}</span>],
    [t('web.field.nationality'), place(one.person.nationality)], [t('web.field.residence'), place(one.person.residence)],
    [t('web.field.organisation'), one.organisation], [t('web.field.job-title'), one.jobTitle],
    [t('web.field.languages'), one.languages.length === 0 ? null : list(one.languages.map(language))],
    [t('web.field.interpretation'), one.interpretation === null ? null : language(one.interpretation)],
    [t('web.field.dietary'), one.dietaryNeeds], [t('web.field.access'), one.accessNeeds],
    ...one.answers.map((answer): Fact => {
      const question = one.category.form.questions.find((each) => each.key === answer.question);
      const option = (key: string): string => own(question?.options.find((each) => each.key === key)?.label ?? { en: key });
      const file = answer.file === null ? null : <a href={answer.file.path}>{answer.file.name}</a>;
      const yes = answer.yes === null ? null : t(answer.yes ? 'web.yes' : 'web.no');
      return [own(question?.label ?? { en: answer.question }), answer.text ?? (answer.choices === null ? null : list(answer.choices.map(option))) ?? (answer.date === null ? null : days(answer.date)) ?? yes ?? place(answer.country) ?? file];
    }),
  ];
  return (
    <dl className="pairs">
      {facts.filter(([, value]) => value !== null && value !== '').map(([name, value]) => <div key={name} className="pair"><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}
    </dl>
  );
}
