import { TextField } from '../../forms/field.js';
import { line } from '../../forms/problems.js';
import type { FormAnswer, Problem } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { bothLanguages, LanguagesField } from '../languages-field.js';

export interface StopValue {
  readonly name: Readonly<Record<string, string>>;
  readonly afterMinutes: number;
  readonly stayMinutes: number;
}

const MORE = 3;

/** The route: a block a stop, its name in each language of the conference, and three empty ones; a stop without a name goes. */
export function StopsField({ stops, locales, answer }: { readonly stops: readonly StopValue[]; readonly locales: readonly string[]; readonly answer: FormAnswer | undefined }): React.ReactElement {
  const { t } = useTexts();
  const rows = answer === undefined ? stops.length + MORE : Math.max(MORE, Object.keys(answer.values).filter((name) => /^stops\.\d+\.afterMinutes$/.test(name)).length);
  return (
    <fieldset className="field" id="f-stops">
      <legend>{t('web.visits.route')}</legend>
      <p className="hint">{t('console.stops.hint')}</p>
      {Array.from({ length: rows }, (_row, index) => {
        const stop = stops[index];
        return (
          <div className="stop" key={index}>
            <LanguagesField name={`stops.${index}.name`} label={t('console.stops.number', { number: index + 1 })} locales={locales} value={stop?.name} answer={answer} />
            <div className="beside">
              <TextField name={`stops.${index}.afterMinutes`} type="number" label={t('console.stops.after')} value={stop === undefined ? undefined : String(stop.afterMinutes)} answer={answer} />
              <TextField name={`stops.${index}.stayMinutes`} type="number" label={t('console.stops.stay')} value={stop === undefined ? undefined : String(stop.stayMinutes)} answer={answer} />
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

const DRIVE_MINUTES = 15;
const STAY_MINUTES = 30;

/** The stops of a form in the order in which they are reached; without minutes, a quarter of an hour after the one before, for half an hour. */
export function stopsIn(form: FormData): readonly (StopValue & { readonly row: number })[] {
  const stops: (StopValue & { row: number })[] = [];
  for (let row = 0; form.has(`stops.${row}.afterMinutes`); row += 1) {
    const name = bothLanguages(form, `stops.${row}.name`);
    if (name === null) continue;
    const before = stops.at(-1);
    const [after, stay] = [line(form, `stops.${row}.afterMinutes`), line(form, `stops.${row}.stayMinutes`)];
    stops.push({
      row, name, stayMinutes: stay === null ? STAY_MINUTES : Number(stay),
      afterMinutes: after === null ? (before === undefined ? 0 : before.afterMinutes + before.stayMinutes) + DRIVE_MINUTES : Number(after),
    });
  }
  return stops.toSorted((one, other) => one.afterMinutes - other.afterMinutes);
}

/** The api counts stops in their order; the page shows a problem where the stop was typed. */
export function besideItsStop({ path, message }: Problem, stops: readonly { readonly row: number }[]): Problem {
  const [, index, rest] = /^stops\.(\d+)\.(.*)$/.exec(path) ?? [];
  const row = index === undefined ? undefined : stops[Number(index)]?.row;
  return row === undefined ? { path, message } : { path: `stops.${row}.${rest ?? ''}`, message };
}
