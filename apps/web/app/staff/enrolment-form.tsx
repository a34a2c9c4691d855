import { renderSVG } from 'uqr';
import { Summary, TextField } from '../forms/field.js';
import type { FormAnswer } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import type { Enrolment } from './staff-door.js';

interface EnrolmentProps {
  readonly enrolment: Enrolment;
  readonly action: string;
  readonly next: string;
  readonly answer: FormAnswer | undefined;
}

/** The key for the authenticator app as a picture and in letters, the backup codes, and the first code as proof that it works. */
export function EnrolmentForm({ enrolment, action, next, answer }: EnrolmentProps): React.ReactElement {
  const { t } = useTexts();
  const key = new URL(enrolment.uri).searchParams.get('secret') ?? '';
  return (
    <form method="post" action={action} noValidate>
      <Summary answer={answer} />
      <p className="lead">{t('web.staff.enrol.scan')}</p>
      <div className="ticket">
        <div role="img" aria-label={t('web.staff.enrol.qr')} dangerouslySetInnerHTML={{ __html: renderSVG(enrolment.uri, { border: 2 }) }} />
        <div>
          <p>{t('web.staff.enrol.by-hand')}</p>
          <p><code className="ltr" id="key">{key.match(/.{1,4}/g)?.join(' ')}</code></p>
        </div>
      </div>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="uri" value={enrolment.uri} />
      {enrolment.backupCodes.map((code) => <input key={code} type="hidden" name="backup" value={code} />)}
      <TextField name="code" label={t('web.staff.code')} answer={answer} required ltr autoComplete="one-time-code" />
      <h2>{t('web.staff.enrol.backup')}</h2>
      <p>{t('web.staff.enrol.backup-text')}</p>
      <ul className="codes">{enrolment.backupCodes.map((code) => <li key={code}><code className="ltr">{code}</code></li>)}</ul>
      <button type="submit" name="do" value="verify">{t('web.staff.enrol.go')}</button>
    </form>
  );
}
