import { fieldId } from '../forms/problems.js';
import type { FormAnswer } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import { fileIdIn, fileNameIn } from './upload.js';

interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly answer: FormAnswer | undefined;
  readonly kept: string | undefined;
  /** For how many days after the conference's last day files are kept. */
  readonly keptDays: number;
}

/** A file to choose. The form sends it; where upload.script.ts runs, it is sent at once in parts, and the form sends its id. */
export function FileField({ name, label, hint, answer, kept, keptDays }: FileFieldProps): React.ReactElement {
  const { t } = useTexts();
  const problem = answer?.problems.find((one) => one.path === name);
  const id = fieldId(name);
  const [arrived, arrivedName] = [fileIdIn, fileNameIn].map((field) => answer?.values[field(name)]?.[0] ?? '');
  const known = arrivedName === '' ? kept : arrivedName;
  const said = { 'data-sending': t('web.upload.sending'), 'data-broken': t('web.upload.broken'), 'data-done': t('web.upload.done', { name: '{name}' }), 'data-failed': t('web.upload.failed'), 'data-waiting': t('web.upload.waiting') };
  return (
    <div className={problem === undefined ? 'field' : 'field wrong'} {...said}>
      <label htmlFor={id} id={`${id}-label`}>{label}</label>
      <p className="hint" id={`${id}-hint`}>{hint} {t('web.file.hint')} {t('web.file.retention', { days: keptDays })}</p>
      {known !== undefined && <p className="quiet">{t('web.file.kept', { name: known })}</p>}
      {problem !== undefined && <p className="problem" id={`${id}-problem`}>{problem.message}</p>}
      <input type="file" id={id} name={name} accept="image/jpeg,image/png,image/webp,application/pdf" aria-describedby={`${id}-hint`} />
      <div className="upload" hidden>
        <p className="row"><progress className="run" max={1} aria-labelledby={`${id}-label`} /> <span className="upload-part" /></p>
        <p role="status" />
      </div>
      <input type="hidden" name={fileIdIn(name)} defaultValue={arrived} />
      <input type="hidden" name={fileNameIn(name)} defaultValue={arrivedName} />
    </div>
  );
}
