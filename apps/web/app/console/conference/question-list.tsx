import { useTexts } from '../../i18n/use-texts.js';
import type { QuestionData } from './category-data.js';

/** The questions in order, each with what can be done about it by one button. */
export function QuestionList({ questions, formVersion }: { readonly questions: readonly QuestionData[]; readonly formVersion: number }): React.ReactElement {
  const { t, own, either, number } = useTexts();
  if (questions.length === 0) return <p className="empty">{t('console.form.empty')}</p>;
  return (
    <>
      <p className="quiet" data-hint="" hidden>{t('console.form.drag')}</p>
      <ol className="turns bare" data-away={t('console.form.not-sent')}>
        {questions.map((question, index) => (
          <li key={question.key} id={`q-${question.key}`} data-question={question.key}>
            <span className="turn">{number(index + 1)}</span>
            <div>
              <p><strong>{own(question.label)}</strong></p>
              <p className="quiet">{t(`console.form.kind.${question.kind}`)}{question.required && <> · {t('console.form.required')}</>} · <span className="ltr">{question.key}</span></p>
              {question.options.length > 0 && <p className="quiet">{either(question.options.map((option) => own(option.label)))}</p>}
              {question.condition !== null && <p className="quiet"><Condition question={question} questions={questions} /></p>}
              <form method="post" action="#form" className="row">
                <input type="hidden" name="question" value={question.key} />
                <input type="hidden" name="formVersion" value={formVersion} />
                {index > 0 && <Button name="up" question={question} />}
                {index < questions.length - 1 && <Button name="down" question={question} />}
                <a className="button second" href={`?question=${encodeURIComponent(question.key)}#question`} aria-label={`${t('console.form.edit')}: ${own(question.label)}`}>{t('console.form.edit')}</a>
                <Button name="remove" question={question} />
              </form>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Button({ name, question }: { readonly name: 'up' | 'down' | 'remove'; readonly question: QuestionData }): React.ReactElement {
  const { t, own } = useTexts();
  return <button type="submit" name="do" value={name} className={name === 'remove' ? 'danger' : 'second'} aria-label={`${t(`console.form.${name}`)}: ${own(question.label)}`}>{t(`console.form.${name}`)}</button>;
}

function Condition({ question: { condition }, questions }: { readonly question: QuestionData; readonly questions: readonly QuestionData[] }): React.ReactElement {
  const { t, own, country, either } = useTexts();
  const earlier = questions.find((one) => one.key === condition?.question);
  const answers = (condition?.equalsAny ?? []).map((value) => {
    const option = earlier?.options.find((one) => one.key === value);
    if (option !== undefined) return own(option.label);
    if (earlier?.kind === 'COUNTRY') return country(value);
    return value === 'true' ? t('web.yes') : value === 'false' ? t('web.no') : value;
  });
  return <>{t('console.form.only-if', { question: own(earlier?.label), answers: either(answers) })}</>;
}
