import { Summary, TextField } from '../forms/field.js';
import type { FormAnswer } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';

interface AnswerFormsProps {
  readonly invitation: { readonly state: string; readonly used: number; readonly places: number; readonly askedPlaces: number | null; readonly isPersonal: boolean };
  readonly answer: FormAnswer | undefined;
}

/** The answers one may give, each a button of its own form; what needs words folds out. */
export function AnswerForms({ invitation: { state, used, places, askedPlaces, isPersonal }, answer }: AnswerFormsProps): React.ReactElement {
  const { t } = useTexts();
  const given = answer?.values['answer']?.[0];
  const of = (reply: string): FormAnswer | undefined => (given === reply ? answer : undefined);
  const names = { 'substitute.name': t('invitation.substitute.name'), 'substitute.email': t('invitation.substitute.email'), 'places': t('invitation.more.places') };
  return (
    <>
      {used === 0 && <h2>{t(state === 'OPEN' ? 'invitation.question' : 'invitation.change')}</h2>}
      <Summary answer={answer} names={names} />
      {used === 0 && (
        <form method="post" className="row">
          {state !== 'ACCEPTED' && <button type="submit" name="answer" value="ACCEPT">{t('invitation.accept')}</button>}
          {state !== 'TENTATIVE' && <button className="second" type="submit" name="answer" value="TENTATIVE">{t('invitation.tentative')}</button>}
        </form>
      )}
      <div className="start">
        {used === 0 && state !== 'DECLINED' && (
          <details open={of('DECLINE') !== undefined}>
            <summary>{t('invitation.decline')}</summary>
            <p className="quiet">{t('invitation.decline.text')}</p>
            <form method="post">
              <TextField name="reason" label={t('invitation.reason')} lines={3} answer={of('DECLINE')} />
              <button className="danger" type="submit" name="answer" value="DECLINE">{t('invitation.decline.send')}</button>
            </form>
          </details>
        )}
        {used === 0 && !isPersonal && (
          <details open={of('SUBSTITUTE') !== undefined}>
            <summary>{t('invitation.substitute')}</summary>
            <p className="quiet">{t('invitation.substitute.text')}</p>
            <form method="post" noValidate>
              <TextField name="substitute.name" label={t('invitation.substitute.name')} answer={of('SUBSTITUTE')} required autoComplete="off" />
              <TextField name="substitute.email" type="email" label={t('invitation.substitute.email')} answer={of('SUBSTITUTE')} required ltr autoComplete="off" />
              <button className="second" type="submit" name="answer" value="SUBSTITUTE">{t('invitation.substitute.send')}</button>
            </form>
          </details>
        )}
        {state !== 'DECLINED' && (
          <details open={of('ASK_PLACES') !== undefined}>
            <summary>{t('invitation.more')}</summary>
            {askedPlaces !== null && <p className="note wait">{t('invitation.more.asked', { places: askedPlaces })}</p>}
            <p className="quiet">{t('invitation.more.text')}</p>
            <form method="post" noValidate>
              <TextField name="places" type="number" label={t('invitation.more.places')} value={String(askedPlaces ?? places + 1)} answer={of('ASK_PLACES')} required ltr />
              <button className="second" type="submit" name="answer" value="ASK_PLACES">{t('invitation.more.send')}</button>
            </form>
          </details>
        )}
      </div>
    </>
  );
}
