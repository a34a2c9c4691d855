import { LOCALES } from '#i18n';
import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';
import { chosen, line } from '../../forms/problems.js';
import type { ContactImport, ImportLists } from './import-query.js';

export const MEANINGS = ['ADDRESS', 'NAME', 'NATIVE_NAME', 'LATIN_NAME', 'FAMILY_NAME', 'GIVEN_NAME', 'SALUTATION', 'ORGANISATION', 'TITLE', 'COUNTRY', 'LOCALE', 'PHONE', 'TAGS', 'EXTRA', 'IGNORE'] as const;
const ENCODINGS = { UTF_8: 'UTF-8', UTF_16LE: 'UTF-16 LE', UTF_16BE: 'UTF-16 BE', GB18030: 'GB18030', WINDOWS_1252: 'Windows-1252' } as const;
const DELIMITERS = [[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'bar']] as const;

type Encoding = keyof typeof ENCODINGS;

/** How staff wish a file to be read, as the api takes it. Another sheet, encoding or delimiter makes other columns: they are guessed anew. */
export function readingOf(form: FormData): {
  sheet: string | null; encoding: Encoding | null; delimiter: string | null; columns: (typeof MEANINGS)[number][] | null; country: string | null; locale: string | null; tags: string[]; listId: string | null;
} {
  const isSame = ['sheet', 'encoding', 'delimiter'].every((name) => form.get(name) === form.get(`was-${name}`));
  const columns = chosen(form, 'column').flatMap((value) => MEANINGS.find((one) => one === value) ?? []);
  const delimiter = form.get('delimiter');
  return {
    sheet: line(form, 'sheet'), encoding: (Object.keys(ENCODINGS) as Encoding[]).find((one) => one === form.get('encoding')) ?? null, delimiter: typeof delimiter === 'string' && delimiter !== '' ? delimiter : null,
    columns: isSame ? columns : null, country: line(form, 'country'), locale: line(form, 'locale'), tags: chosen(form, 'tag'), listId: line(form, 'list'),
  };
}

/** The file's sheet, encoding and columns, to be read otherwise. */
export function ReadingForm({ one, lists, isOpen }: { readonly one: ContactImport; readonly lists: ImportLists; readonly isOpen: boolean }): React.ReactElement {
  const { t, country, language, locale } = useTexts();
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((a, b) => a.label.localeCompare(b.label, locale));
  const select = (name: string, label: string, value: string, options: readonly { value: string; label: string }[], none?: string): React.ReactElement => (
    <div className="field">
      <label htmlFor={`r-${name}`}>{label}</label><input type="hidden" name={`was-${name}`} value={value} />
      <select id={`r-${name}`} name={name} defaultValue={value}>{none !== undefined && <option value="">{none}</option>}{options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</select>
    </div>
  );
  return (
    <details open={isOpen}>
      <summary>{t('console.import.reading')}</summary>
      <form method="post">
        {one.isRemembered && <p className="note">{t('console.import.remembered')}</p>}
        {one.tags.map((tag) => <input key={tag} type="hidden" name="tag" value={tag} />)}
        <div className="beside">
          {one.sheets.length > 1 && select('sheet', t('console.import.sheet'), one.sheet ?? '', one.sheets.map((sheet) => ({ value: sheet, label: sheet })))}
          {one.encoding !== null && select('encoding', t('console.import.encoding'), one.encoding, Object.entries(ENCODINGS).map(([value, label]) => ({ value, label })))}
          {one.delimiter !== null && select('delimiter', t('console.import.delimiter'), one.delimiter, DELIMITERS.map(([value, name]) => ({ value, label: t(`console.import.delimiter.${name}`) })))}
          {select('country', t('console.import.country'), one.country ?? '', countries, t('web.choose'))}
          {select('locale', t('console.import.language'), one.locale ?? '', LOCALES.map((tag) => ({ value: tag, label: language(tag) })), t('web.choose'))}
          {lists.length > 0 && select('list', t('console.import.list'), one.listId ?? '', lists.map(({ id, name }) => ({ value: id, label: name })), t('console.import.no-list'))}
        </div>
        {one.columns.length > 0 && (
          <div className="table stack" tabIndex={0} role="region" aria-label={t('console.import.column')}>
            <table>
              <thead><tr><th>{t('console.import.column')}</th><th>{t('console.import.examples')}</th><th>{t('console.import.meaning')}</th></tr></thead>
              <tbody>{one.columns.map((column, at) => (
                <tr key={column.header}>
                  <th scope="row"><bdi>{column.header}</bdi></th>
                  <td className="quiet">{column.examples.map((example) => <div key={example}><bdi>{example.slice(0, 60)}</bdi></div>)}</td>
                  <td><label className="hidden" htmlFor={`c-${at}`}>{column.header}</label><select id={`c-${at}`} name="column" defaultValue={column.meaning}>{MEANINGS.map((meaning) => <option key={meaning} value={meaning}>{t(`contacts.meaning.${meaning}`)}</option>)}</select></td>
                </tr>
              ))}</tbody>
            </table>
          </div>
        )}
        <button type="submit" className="second" name="do" value="check">{t('console.import.try-again')}</button>
      </form>
    </details>
  );
}
